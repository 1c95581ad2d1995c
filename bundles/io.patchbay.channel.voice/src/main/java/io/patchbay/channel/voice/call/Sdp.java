// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.channel.voice.door.Net;
import io.patchbay.media.Agreed;
import io.patchbay.media.G711;
import io.patchbay.media.RemoteMedia;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.sip.sdp.Crypto;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What we say about sound in SDP and make of what others say: G.711 in our order, RFC 4733 keys, one stream. */
public final class Sdp {
    private static final int PACKET_MILLIS = 20;
    private static final int KEYS = 101;

    private volatile Ours ours;

    /**
     * What we say of ourselves.
     *
     * @param codecs in our order of preference
     * @param advertise the address told to the outside
     * @param local the address told to local networks
     * @param localNets which those are
     */
    public record Ours(List<Audio.Codec> codecs, String advertise, String local, List<Net> localNets) {
        public Ours {
            codecs = List.copyOf(codecs);
            localNets = List.copyOf(localNets);
        }

        boolean isLocal(String host) {
            return localNets.stream().anyMatch(net -> net.has(host));
        }
    }

    public Sdp(Ours ours) {
        this.ours = ours;
    }

    /** From the next offer or answer on. */
    public void change(Ours changed) {
        ours = changed;
    }

    private String tell(Peer peer) {
        return ours.isLocal(peer.host()) ? ours.local() : ours.advertise();
    }

    /** Under which addresses a browser may find us, best first. */
    List<String> hosts() {
        Ours now = ours;
        return Stream.of(now.advertise(), now.local()).distinct().toList();
    }

    /** What we speak, in our order. */
    List<G711> laws() {
        return ours.codecs().stream().map(codec -> G711.valueOf(codec.name())).toList();
    }

    /** {@code sealed} is our key, if the sound is to be sealed. */
    String offer(Peer to, int port, Optional<Crypto> sealed) {
        Audio plain = new Audio(
                tell(to), port, port + 1, ours.codecs(), OptionalInt.of(KEYS), PACKET_MILLIS, Audio.Direction.SENDRECV);
        return OfferAnswer.offer(sealed.map(plain::sealed).orElse(plain));
    }

    /** Our answer to what they offer, with the one codec both speak, and our key if theirs is sealed. */
    String answer(String offer, Audio theirs, Peer to, int port, Optional<Crypto> sealed) throws UnacceptableSdp {
        Audio.Direction mirrored =
                switch (theirs.direction()) {
                    case SENDRECV -> Audio.Direction.SENDRECV;
                    case SENDONLY -> Audio.Direction.RECVONLY;
                    case RECVONLY -> Audio.Direction.SENDONLY;
                    case INACTIVE -> Audio.Direction.INACTIVE;
                };
        Audio plain = new Audio(
                tell(to), port, port + 1, List.of(codec(theirs)), theirs.telephoneEvent(), PACKET_MILLIS, mirrored);
        return OfferAnswer.answer(offer, sealed.map(plain::sealed).orElse(plain));
    }

    /** The one codec both speak. */
    Audio.Codec codec(Audio theirs) throws UnacceptableSdp {
        List<Audio.Codec> known = ours.codecs();
        return theirs.codecs().stream()
                .filter(known::contains)
                .findFirst()
                .orElseThrow(() -> new UnacceptableSdp("no codec in common; ours are " + known));
    }

    /** Where a carrier's sound goes and comes from: exactly what it says. */
    RemoteMedia carrier(Audio theirs) throws UnacceptableSdp {
        return media(theirs, theirs.address(), Agreed.EXACT);
    }

    /**
     * Where a phone's sound goes and comes from. One that writes from another host than its SDP names stands behind NAT
     * or has several addresses: the host it writes from counts, its port is learnt.
     */
    RemoteMedia phone(Audio theirs, Peer peer) throws UnacceptableSdp {
        return theirs.address().equals(peer.host())
                ? media(theirs, theirs.address(), Agreed.EXACT)
                : media(theirs, peer.host(), Agreed.HOST);
    }

    private RemoteMedia media(Audio theirs, String address, Agreed from) throws UnacceptableSdp {
        if (!Net.isLiteral(address)) {
            throw new UnacceptableSdp("the connection address must be literal but is " + address);
        }
        try {
            InetAddress host = InetAddress.getByName(address);
            return new RemoteMedia(
                    new InetSocketAddress(host, theirs.port()),
                    new InetSocketAddress(host, theirs.rtcpPort()),
                    codec(theirs) == Audio.Codec.PCMA ? G711.PCMA : G711.PCMU,
                    theirs.telephoneEvent().orElse(-1),
                    from);
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new UnacceptableSdp("no address for sound: " + e.getMessage());
        }
    }
}
