// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.media.Leg;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Somebody outside is called: by one trunk after the other until one carries the call. A place on a trunk is taken no
 * sooner than it is needed. On the call's lane only.
 */
final class TrunkCall {
    private static final Duration LONGEST_RING = Duration.ofSeconds(45);

    /** A trunk that has not even said 100 by then is not there. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    /** Which trunks there are. */
    interface Lines {
        /** A trunk with a free place to call by, entered, none of those tried; empty if there is none now. */
        Optional<Trunk> enter(String number, Set<Trunk> tried);
    }

    /** What becomes of it; told on the call's lane, at most one of {@code answered} and {@code missed}. */
    interface Events {
        /** A trunk is tried: his sound will be there. */
        default void tries(FarEnd far) {}

        /** The far side plays something before the answer, such as an announcement of the network. */
        default void announces() {}

        void answered();

        /** He is not reached; {@code cause} as in {@link Refusal}. */
        void missed(String cause);

        /** He was there and is gone; {@code cause} begins with {@code bye} if he hung up. */
        void gone(String cause);
    }

    private final Shared shared;
    private final Lines lines;
    private final String number;
    private final SipParty ours;
    private final Leg sound;
    private final Executor lane;
    private final Events events;
    private final Set<Trunk> tried = new HashSet<>();
    private Attempt attempt;
    private String by = "";
    private boolean answered;

    /** {@code number} is whom to call, in E.164; {@code ours} is what he is shown. */
    TrunkCall(Shared shared, Lines lines, String number, SipParty ours, Leg sound, Executor lane, Events events) {
        this.shared = shared;
        this.lines = lines;
        this.number = number;
        this.ours = ours;
        this.sound = sound;
        this.lane = lane;
        this.events = events;
    }

    /** Calls, once. */
    void dial() {
        next("no-line");
    }

    /** By the next trunk; {@code otherwise} is why he is not reached if there is none. */
    private void next(String otherwise) {
        Optional<Trunk> free = lines.enter(number, Set.copyOf(tried));
        if (free.isEmpty()) {
            events.missed(otherwise);
            return;
        }
        tried.add(free.get());
        TrunkSettings way = free.get().settings();
        Peer peer = new Peer(way.host(), way.port(), way.transport());
        FarEnd far = new FarEnd(shared.sdp(), peer, true, sound, way.outward().sealed());
        by = way.name();
        attempt = new Attempt(far, free.get()::leave);
        events.tries(far);
        attempt.dial(way, peer);
    }

    /** Goes on with a call that was answered before. */
    void takesUp(Facts facts) {
        by = facts.text("trunk");
        answered = true;
        attempt = new Attempt(
                FarEnd.takenUp(facts.in("far"), shared.sdp(), sound),
                shared.places().again(by));
        attempt.sip = shared.dialer().resume(KeptDialog.read(facts.text("dialog")), attempt);
        events.tries(attempt.far);
    }

    /** What another instance must know to go on with it; false unless it is answered. */
    boolean tell(Facts facts) {
        if (!answered || attempt == null) {
            return false;
        }
        facts.put("trunk", by);
        return KeptPhone.tell(attempt.sip, attempt.far, facts);
    }

    Leg sound() {
        return sound;
    }

    boolean answered() {
        return answered;
    }

    /** Whether he is heard before he answers. */
    boolean announcing() {
        return attempt != null && attempt.announcing && !answered;
    }

    /** Hangs up, or stops calling; nothing more is told. */
    void end(String reason) {
        Attempt last = attempt;
        attempt = null;
        if (last != null) {
            last.leave.run();
            last.sip.bye(reason); // cancels what was not answered
        }
    }

    /** One INVITE by one trunk; what comes of one that was given up is nobody's. */
    private final class Attempt implements CallListener {
        private final Runnable leave;
        private final FarEnd far;
        private SipCall sip;
        private boolean begun;
        private boolean rang;
        private boolean announcing;

        /** {@code leave} gives its place on the trunk back. */
        Attempt(FarEnd far, Runnable leave) {
            this.far = far;
            this.leave = leave;
        }

        void dial(TrunkSettings way, Peer peer) {
            CallRequest invite = CallRequest.of(
                            "sip:" + number + "@" + way.host() + ":" + way.port(),
                            ours,
                            SipParty.of(number, way.host()),
                            far.offer())
                    .by(peer)
                    .ringingFor(LONGEST_RING);
            sip = shared.dialer()
                    .call(
                            way.user().isEmpty()
                                    ? invite
                                    : invite.as(new Login(way.user(), way.password(), way.host(), Optional.empty())),
                            this);
            shared.lanes()
                    .later(
                            LONGEST_SILENCE,
                            () -> now(() -> {
                                if (!begun) {
                                    over();
                                    sip.bye(""); // cancels
                                    next("no-answer");
                                }
                            }));
        }

        private void now(Runnable work) {
            lane.execute(() -> {
                if (attempt == this) {
                    work.run();
                }
            });
        }

        private void over() {
            attempt = null;
            leave.run();
        }

        @Override
        public void trying() {
            now(() -> begun = true);
        }

        @Override
        public void progress(int status, String sdp) {
            now(() -> {
                begun = true;
                rang = true;
                if (!sdp.isEmpty() && !answered) {
                    try {
                        far.answered(sdp);
                        announcing = true;
                        events.announces();
                    } catch (UnacceptableSdp e) {
                        // the answer will say so again, and count
                    }
                }
            });
        }

        @Override
        public void answered(String sdp) {
            now(() -> {
                try {
                    begun = true;
                    far.answered(sdp);
                    answered = true;
                    events.answered();
                } catch (UnacceptableSdp e) {
                    over();
                    sip.bye("SIP;cause=488");
                    events.missed("unreachable");
                }
            });
        }

        @Override
        public void refused(int status, String reason) {
            now(() -> {
                over();
                if (!rang && ofTheTrunk(status)) {
                    next(Refusal.outside(status));
                } else {
                    events.missed(Refusal.outside(status));
                }
            });
        }

        @Override
        public void ended(String cause) {
            now(() -> {
                over();
                events.gone(cause);
            });
        }

        @Override
        public Optional<String> offered(String sdp) {
            return far.moves(sdp);
        }
    }

    /** Whether a refusal is the trunk's own and not the called one's: another trunk may carry the call. */
    private static boolean ofTheTrunk(int status) {
        return status == 401 || status == 403 || status == 407 || (status >= 500 && status < 600);
    }
}
