// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.RemoteMedia;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.sip.sdp.Crypto;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import io.patchbay.webrtc.srtp.SrtpSession;
import java.security.SecureRandom;
import java.util.Optional;

/** The other end of one leg's sound, as SDP tells of it: where it is, what it speaks, and when it moves or holds. */
class FarEnd {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sdp sdp;
    private final Peer peer;
    private final boolean carrier;
    private final Leg sound;
    private final boolean sealed;
    private Optional<Crypto> ours = Optional.empty();
    private Optional<Crypto> theirKey = Optional.empty();
    private RemoteMedia agreed;
    private boolean asked;
    private volatile String codec = "";
    private volatile boolean holds;

    /** {@code carrier} says whether its SDP is believed exactly; a phone may stand behind NAT. */
    FarEnd(Sdp sdp, Peer peer, boolean carrier, Leg sound) {
        this(sdp, peer, carrier, sound, false);
    }

    /** {@code sealed} wants sound that nobody on the way can hear (SRTP, RFC 4568), or none. */
    FarEnd(Sdp sdp, Peer peer, boolean carrier, Leg sound, boolean sealed) {
        this.sdp = sdp;
        this.peer = peer;
        this.carrier = carrier;
        this.sound = sound;
        this.sealed = sealed;
    }

    /** As another instance told of it: the sound flows as it did. */
    static FarEnd takenUp(Facts facts, Sdp sdp, Leg sound) {
        Peer peer = new Peer(facts.text("host"), facts.number("port"), Transport.valueOf(facts.text("transport")));
        FarEnd far = new FarEnd(sdp, peer, facts.is("carrier"), sound, facts.is("sealed"));
        far.ours = key(facts.in("ours"));
        far.theirKey = key(facts.in("theirs"));
        far.agreed = facts.find("agreed", RemoteMedia.class).orElse(null);
        far.asked = facts.is("asked");
        far.codec = facts.text("codec");
        far.holds = facts.is("holds");
        return far;
    }

    private static Optional<Crypto> key(Facts facts) {
        return facts.find("inline", String.class).map(inline -> new Crypto(facts.number("tag"), inline));
    }

    /** What another instance must know of it. */
    synchronized void tell(Facts facts) {
        facts.put("host", peer.host())
                .put("port", peer.port())
                .put("transport", peer.transport().name())
                .put("carrier", carrier)
                .put("sealed", sealed)
                .put("asked", asked)
                .put("codec", codec)
                .put("holds", holds);
        ours.ifPresent(key -> facts.in("ours").put("tag", key.tag()).put("inline", key.inline()));
        theirKey.ifPresent(key -> facts.in("theirs").put("tag", key.tag()).put("inline", key.inline()));
        if (agreed != null) {
            facts.put("agreed", agreed);
        }
    }

    /** Our key, made when it is first wanted. */
    private Crypto ours(int tag) {
        byte[] random = new byte[SrtpSession.KEY_AND_SALT];
        if (ours.isEmpty()) {
            RANDOM.nextBytes(random);
            ours = Optional.of(Crypto.of(tag, random));
        }
        ours = Optional.of(new Crypto(tag, ours.get().inline()));
        return ours.get();
    }

    final Leg sound() {
        return sound;
    }

    /** What is spoken; empty before the first agreement. */
    final String codec() {
        return codec;
    }

    /** Whether it wants to hear nothing for now (RFC 3264, 8.4). */
    final boolean holds() {
        return holds;
    }

    /** Our offer; its answer is awaited. */
    final synchronized String offer() {
        asked = true;
        return say();
    }

    String say() {
        return sdp.offer(peer, sound.rtpPort(), sealed ? Optional.of(ours(1)) : Optional.empty());
    }

    /** Our answer to its offer; sound goes there from now on. */
    synchronized String answer(String offer) throws UnacceptableSdp {
        Audio theirs = OfferAnswer.read(offer);
        Optional<Crypto> key = theirs.crypto().map(crypto -> ours(crypto.tag()));
        String answer = sdp.answer(offer, theirs, peer, sound.rtpPort(), key);
        agree(theirs);
        return answer;
    }

    /** Takes its answer to our offer. */
    final synchronized void answered(String answer) throws UnacceptableSdp {
        asked = false;
        hear(answer);
    }

    void hear(String answer) throws UnacceptableSdp {
        agree(OfferAnswer.read(answer));
    }

    /** Takes the answer of an ACK, if an offer of ours waits for one. */
    final synchronized void acknowledged(String answer) throws UnacceptableSdp {
        if (asked) {
            answered(answer);
        }
    }

    /** It moves, holds or resumes within the call (RFC 3264, 8); empty if that cannot be. */
    final Optional<String> moves(String offer) {
        try {
            return Optional.of(offer.isEmpty() ? offer() : answer(offer));
        } catch (UnacceptableSdp e) {
            return Optional.empty();
        }
    }

    private void agree(Audio theirs) throws UnacceptableSdp {
        if (theirs.port() == 0 || theirs.address().equals("0.0.0.0")) { // hold as RFC 2543 wrote it
            holds = true;
            sound.direction(false, false);
            return;
        }
        RemoteMedia now = carrier ? sdp.carrier(theirs) : sdp.phone(theirs, peer);
        if (theirs.crypto().isEmpty() && sealed) {
            throw new UnacceptableSdp("the sound is not sealed (RTP/SAVP)");
        }
        if (!now.equals(agreed) || !theirs.crypto().equals(theirKey)) { // a learnt port is forgotten only if it changed
            agreed = now;
            theirKey = theirs.crypto();
            speaks(now.codec());
            if (theirKey.isPresent() && ours.isPresent()) {
                sound.secured(new SdesPath(now.rtp(), theirKey.get(), ours.get()), now.codec(), now.dtmfPayload());
            } else {
                sound.remote(now);
            }
        }
        Audio.Direction direction = theirs.direction();
        directs(
                direction == Audio.Direction.SENDRECV || direction == Audio.Direction.RECVONLY,
                direction == Audio.Direction.SENDRECV || direction == Audio.Direction.SENDONLY);
    }

    /** What is spoken from now on. */
    final void speaks(G711 law) {
        codec = law.name();
    }

    /** Whether it wants to hear us, and whether it says something itself. */
    final void directs(boolean hears, boolean says) {
        holds = !hears;
        sound.direction(hears, says);
    }
}
