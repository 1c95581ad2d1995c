// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.Leg;
import io.patchbay.media.RemoteMedia;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.util.Optional;

/** The other end of one leg's sound, as SDP tells of it: where it is, what it speaks, and when it moves or holds. */
final class FarEnd {
    private final Sdp sdp;
    private final Peer peer;
    private final boolean carrier;
    private final Leg sound;
    private RemoteMedia agreed;
    private boolean asked;
    private volatile String codec = "";

    /** {@code carrier} says whether its SDP is believed exactly; a phone may stand behind NAT. */
    FarEnd(Sdp sdp, Peer peer, boolean carrier, Leg sound) {
        this.sdp = sdp;
        this.peer = peer;
        this.carrier = carrier;
        this.sound = sound;
    }

    Leg sound() {
        return sound;
    }

    /** What is spoken; empty before the first agreement. */
    String codec() {
        return codec;
    }

    synchronized String offer() {
        asked = true;
        return sdp.offer(peer, sound.rtpPort());
    }

    /** Our answer to its offer; sound goes there from now on. */
    synchronized String answer(String offer) throws UnacceptableSdp {
        Audio theirs = OfferAnswer.read(offer);
        String answer = sdp.answer(offer, theirs, peer, sound.rtpPort());
        agree(theirs);
        return answer;
    }

    /** Takes its answer to our offer. */
    synchronized void answered(String answer) throws UnacceptableSdp {
        asked = false;
        agree(OfferAnswer.read(answer));
    }

    /** Takes the answer of an ACK, if an offer of ours waits for one. */
    synchronized void acknowledged(String answer) throws UnacceptableSdp {
        if (asked) {
            answered(answer);
        }
    }

    /** It moves, holds or resumes within the call (RFC 3264, 8); empty if that cannot be. */
    Optional<String> moves(String offer) {
        try {
            return Optional.of(offer.isEmpty() ? offer() : answer(offer));
        } catch (UnacceptableSdp e) {
            return Optional.empty();
        }
    }

    private void agree(Audio theirs) throws UnacceptableSdp {
        if (theirs.port() == 0 || theirs.address().equals("0.0.0.0")) { // hold as RFC 2543 wrote it
            sound.direction(false, false);
            return;
        }
        RemoteMedia now = carrier ? sdp.carrier(theirs) : sdp.phone(theirs, peer);
        if (!now.equals(agreed)) { // a learnt port is forgotten only if something changed
            agreed = now;
            codec = now.codec().name();
            sound.remote(now);
        }
        Audio.Direction direction = theirs.direction();
        sound.direction(
                direction == Audio.Direction.SENDRECV || direction == Audio.Direction.RECVONLY,
                direction == Audio.Direction.SENDRECV || direction == Audio.Direction.SENDONLY);
    }
}
