// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.media.G711;
import io.patchbay.media.SecuredPath;
import io.patchbay.webrtc.dtls.Association;
import io.patchbay.webrtc.dtls.Fingerprint;
import io.patchbay.webrtc.dtls.Handshakes;
import io.patchbay.webrtc.ice.IceLite;
import io.patchbay.webrtc.ice.IceLite.Credentials;
import io.patchbay.webrtc.srtp.SrtpSession;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The way between one leg and one browser: ICE-lite finds it, DTLS proves that it is who the signalling said, SRTP
 * carries the sound (RFC 8827, 6.5). {@link #offer}, {@link #answered} and {@link #answer} may be called on any thread;
 * the rest is the media thread's.
 */
public final class BrowserPath implements SecuredPath {
    /** Longer than a browser waits between two checks by far (RFC 7675, 5.1). */
    private static final long CONSENT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int LARGEST = 1_500;

    /** What becomes of a path; told on threads of its own. */
    public interface Events {
        /** Sound can flow both ways, and nobody else hears it. */
        void established();

        /**
         * It will never, or not any more.
         *
         * @param why for the log
         */
        void failed(String why);
    }

    private final Handshakes handshakes;
    private final Events events;
    private final SecureRandom random;
    private Credentials ours;
    private int version;
    private volatile Optional<Fingerprint> client = Optional.empty();
    private volatile Optional<IceLite> ice = Optional.empty();
    private volatile Optional<SrtpSession> session = Optional.empty();
    private volatile Optional<InetSocketAddress> peer = Optional.empty();
    private volatile Outlet outlet = (datagram, to) -> {};
    private Optional<Association> association = Optional.empty();
    private long consentNanos;
    private volatile long heardNanos = System.nanoTime();

    BrowserPath(Handshakes handshakes, SecureRandom random, Events events) {
        this.handshakes = handshakes;
        this.random = random;
        this.ours = Credentials.make(random);
        this.events = Objects.requireNonNull(events, "events");
    }

    /**
     * Our offer to the browser.
     *
     * @param hosts addresses under which the leg can be reached, best first; at least one
     * @param port the leg's RTP port
     * @param codecs in our order of preference
     * @return SDP (RFC 8829)
     */
    public synchronized String offer(List<String> hosts, int port, List<G711> codecs) {
        return SessionDescription.offer(ours(hosts, port), codecs);
    }

    private SessionDescription.Ours ours(List<String> hosts, int port) {
        version++;
        return new SessionDescription.Ours(ours, handshakes.fingerprint(), hosts, port, version);
    }

    /**
     * Takes the browser's answer. The leg is to be told next ({@code Leg.secured}).
     *
     * @param sdp its session description
     * @return what to tell the leg
     * @throws UnacceptableAnswer if it lacks what we need; nothing changed then
     */
    public synchronized BrowserSound answered(String sdp) throws UnacceptableAnswer {
        SessionDescription.Theirs theirs = SessionDescription.answered(sdp);
        agree(theirs, false);
        return theirs.sound();
    }

    /**
     * Answers the browser's offer, the first as well as those within the call, which may hold it or begin ICE anew (RFC
     * 8445, 2.4). The leg is to be told next ({@code Leg.secured}).
     *
     * @param offer its session description
     * @param hosts as in {@link #offer}
     * @param port the leg's RTP port
     * @param codecs those that we speak
     * @return what to say and what to tell the leg
     * @throws UnacceptableAnswer if it lacks what we need; nothing changed then
     */
    public synchronized BrowserAnswer answer(String offer, List<String> hosts, int port, List<G711> codecs)
            throws UnacceptableAnswer {
        SessionDescription.Theirs theirs = SessionDescription.offered(offer, codecs);
        agree(theirs, true);
        return new BrowserAnswer(SessionDescription.answer(ours(hosts, port), theirs, offer), theirs.sound());
    }

    /** A browser that begins ICE anew gets a new password; its certificate is the same as long as the call lasts. */
    private void agree(SessionDescription.Theirs theirs, boolean mayBeginAnew) throws UnacceptableAnswer {
        if (client.isPresent() && !client.get().equals(theirs.fingerprint())) {
            throw new UnacceptableAnswer("another certificate within a call");
        }
        if (ice.filter(known -> known.isWith(theirs.user())).isEmpty()) {
            if (ice.isPresent() && !mayBeginAnew) {
                throw new UnacceptableAnswer("a=ice-ufrag changed without an offer");
            }
            ours = ice.isPresent() ? Credentials.make(random) : ours;
            ice = Optional.of(new IceLite(ours, theirs.user()));
        }
        client = Optional.of(theirs.fingerprint());
    }

    /**
     * How long nothing genuine came from the browser, which sends all the time, muted or not.
     *
     * @return since the last packet; before the first since the path was made
     */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    @Override
    public void begins(Outlet given) {
        outlet = given;
        Fingerprint known = client.orElseThrow(() -> new IllegalStateException("the browser has not answered"));
        association = Optional.of(new Association(handshakes, known, this::record, new Association.Events() {
            @Override
            public void established(SrtpSession made) {
                session = Optional.of(made);
                events.established();
            }

            @Override
            public void failed(String why) {
                session = Optional.empty();
                events.failed(why);
            }
        }));
    }

    private void record(ByteBuffer record) {
        peer.ifPresent(to -> outlet.send(record, to));
    }

    @Override
    public Content open(ByteBuffer datagram, InetSocketAddress from) {
        int length = datagram.limit();
        if (length == 0 || length > LARGEST) {
            return Content.NOTHING;
        }
        int first = datagram.get(0) & 0xFF; // RFC 7983, 7
        if (first < 4) {
            check(datagram, from);
        } else if (!isPeer(from)) {
            return Content.NOTHING;
        } else if (first >= 20 && first < 64) {
            association.ifPresent(with -> with.take(datagram));
        } else if (first >= 128 && first < 192) {
            return sound(datagram);
        }
        return Content.NOTHING;
    }

    private Content sound(ByteBuffer datagram) {
        Optional<SrtpSession> now = session;
        Content content = now.isPresent() ? now.get().open(datagram) : Content.NOTHING;
        if (content != Content.NOTHING) {
            heardNanos = System.nanoTime();
        }
        return content;
    }

    private boolean isPeer(InetSocketAddress from) {
        return peer.isPresent() && peer.get().equals(from);
    }

    private void check(ByteBuffer datagram, InetSocketAddress from) {
        Consumer<ByteBuffer> reply = answer -> outlet.send(answer, from);
        if (ice.isPresent() && ice.get().take(datagram, from, reply)) {
            consentNanos = System.nanoTime();
            peer = ice.get().peer();
        }
    }

    @Override
    public boolean seal(ByteBuffer packet, Content content) {
        Optional<SrtpSession> now = session;
        return now.isPresent()
                && System.nanoTime() - consentNanos <= CONSENT_NANOS
                && now.get().seal(packet, content);
    }

    @Override
    public Optional<InetSocketAddress> peer() {
        return peer;
    }

    @Override
    public void ends() {
        association.ifPresent(Association::close);
        outlet = (datagram, to) -> {};
    }
}
