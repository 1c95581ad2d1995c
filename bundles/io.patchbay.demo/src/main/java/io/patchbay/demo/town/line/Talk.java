// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.media.Agreed;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.Side;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;

/** One telephone's sound: speaks by RTP, listens politely. Any thread. */
final class Talk implements BridgeListener, AutoCloseable {
    private static final int KEYS = 101;
    private static final int PACKET_MILLIS = 20;

    private final Bridge bridge;
    private final Leg leg;
    private volatile Runnable said = () -> {};

    Talk(MediaEngine media) throws NoPortLeftException {
        bridge = media.bridge(this);
        leg = bridge.leg(Side.CUSTOMER);
    }

    private Audio ours(Audio.Codec codec) {
        return new Audio(
                "127.0.0.1",
                leg.rtpPort(),
                leg.rtpPort() + 1,
                List.of(codec),
                OptionalInt.of(KEYS),
                PACKET_MILLIS,
                Audio.Direction.SENDRECV);
    }

    String offer() {
        return OfferAnswer.offer(ours(Audio.Codec.PCMA));
    }

    /** Our answer to an offer; sound flows from now on. */
    String answer(String offer) throws UnacceptableSdp {
        Audio theirs = OfferAnswer.read(offer);
        flows(theirs);
        return OfferAnswer.answer(offer, ours(theirs.codecs().get(0)));
    }

    /** Their answer to our offer; sound flows from now on. */
    void answered(String answer) throws UnacceptableSdp {
        flows(OfferAnswer.read(answer));
    }

    private void flows(Audio theirs) {
        G711 law = theirs.codecs().get(0) == Audio.Codec.PCMA ? G711.PCMA : G711.PCMU;
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), theirs.port());
        leg.remote(RemoteMedia.at(there, law, theirs.telephoneEvent().orElse(-1), Agreed.EXACT));
    }

    /** Says it all, then does something. */
    void say(Playlist words, Runnable then) {
        said = then;
        leg.play(words);
    }

    @Override
    public void played(Leg whose, Playlist list) {
        said.run();
    }

    @Override
    public void close() {
        bridge.close();
    }
}
