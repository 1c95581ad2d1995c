// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Tones;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.sdp.UnacceptableSdp;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.channel.SignalSink;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A customer who is to be called: an agent's phone rings first, his only when the agent is there. Ports and a place on
 * the trunk are taken no sooner than they are needed.
 */
final class CalledParty implements ChannelSession, VoiceCall.Line {
    private static final Duration LONGEST_RING = Duration.ofSeconds(45);

    /** A trunk that has not even said 100 by then is not there. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    private final Shared shared;
    private final OutboundCalls.Call whom;
    private final DialledNumber ours;
    private final SipParty shown;
    private final String queueName;
    private final Lines lines;
    private final SignalSink sink;
    private final Executor lane;
    private final Conference together = new Together(work -> with(work::accept));
    private VoiceCall call;
    private Attempt attempt;

    /** What the house of calls gives. */
    interface Lines extends Guests.House {
        void began(InteractionId id, VoiceCall call);

        void over(VoiceCall call);
    }

    /** {@code ours} is the number that is shown; {@code shown} is how the agent's phone names the customer. */
    CalledParty(
            Shared shared,
            OutboundCalls.Call whom,
            DialledNumber ours,
            SipParty shown,
            String queueName,
            Lines lines,
            SignalSink sink) {
        this.shared = shared;
        this.whom = whom;
        this.ours = ours;
        this.shown = shown;
        this.queueName = queueName;
        this.lines = lines;
        this.sink = sink;
        this.lane = shared.lanes().lane(whom.interaction().toString());
    }

    // ---- the core, on a slot's thread ----

    @Override
    public void offer(AgentId agent, Instant expiresAt) {
        lane.execute(() -> {
            try {
                if (call == null || call.isOver()) {
                    call = new VoiceCall(shared, ours, shown, queueName, lane, this, lines);
                    call.sink(sink);
                    call.beginsUnheard(whom.interaction());
                }
                call.offer(agent);
            } catch (NoPortLeftException e) {
                sink.signal(new ChannelSignal.AgentUnreachable(agent, e.getMessage()));
            }
        });
    }

    @Override
    public boolean answeredAtDevice() {
        return true;
    }

    @Override
    public void answer(AgentId agent) {
        with(now -> now.answer(agent));
    }

    /** The agent is there: the customer is dialled, or talked to if he is there already. */
    @Override
    public void connect(AgentId agent, String name) {
        with(now -> {
            if (attempt != null && attempt.answered) {
                now.connect();
            } else if (attempt == null) {
                attempt = new Attempt(now, Set.of());
                attempt.dial("no line");
            }
        });
    }

    @Override
    public void withdraw(AgentId agent) {
        disconnect(agent);
    }

    @Override
    public void disconnect(AgentId agent) {
        with(now -> {
            now.release(agent);
            if (attempt == null || !attempt.answered) {
                now.ends();
            }
        });
    }

    @Override
    public void end() {
        with(VoiceCall::ends);
    }

    @Override
    public Optional<Conference> conference() {
        return Optional.of(together);
    }

    private interface Deed {
        void of(VoiceCall now);
    }

    private void with(Deed deed) {
        lane.execute(() -> {
            if (call != null && !call.isOver()) {
                deed.of(call);
            }
        });
    }

    @Override
    public void committed(InteractionId id, ConversationId conversation) {}

    @Override
    public void refused(Problem problem) {}

    @Override
    public void accepted(MessageId id, Instant at) {}

    @Override
    public void queued(QueuePlace place) {
        with(now -> now.place(place.position(), place.estimate()));
    }

    /** Nothing is written to a telephone. */
    @Override
    public void send(OutboundMessage message) {
        sink.signal(new ChannelSignal.MessageFailed(message.id(), "a call takes no messages"));
    }

    @Override
    public boolean reads() {
        return false;
    }

    @Override
    public boolean rates() {
        return true;
    }

    @Override
    public void rate(int of) {
        with(now -> now.rates(of));
    }

    @Override
    public void dismiss(String prompt) {
        with(now -> now.dismissed(prompt));
    }

    @Override
    public void typing() {}

    // ---- the call, on its lane ----

    @Override
    public void hangUp(String reason) {
        Attempt last = attempt;
        attempt = null;
        if (last != null) {
            last.hangUp(reason);
        }
    }

    @Override
    public void began(InteractionId id, VoiceCall begun) {
        lines.began(id, begun);
    }

    @Override
    public void over(VoiceCall ended) {
        lines.over(ended);
    }

    /** One INVITE to the customer; what comes of one that was given up is nobody's. */
    private final class Attempt implements CallListener {
        private final VoiceCall talk;
        private FarEnd far;
        private OutgoingCall sip;
        private final Set<Trunk> tried;
        private Trunk trunk;
        private boolean begun;
        private boolean rang;
        private boolean answered;

        /** {@code tried} are the trunks that have failed for this call. */
        Attempt(VoiceCall talk, Set<Trunk> tried) {
            this.talk = talk;
            this.tried = tried;
        }

        /** Dials by the next trunk; {@code otherwise} is why he is not reached if there is none. */
        void dial(String otherwise) {
            Optional<Trunk> free = lines.enter(whom.to().e164(), tried);
            if (free.isEmpty()) {
                missed(otherwise);
                return;
            }
            trunk = free.get();
            TrunkSettings way = trunk.settings();
            Peer peer = new Peer(way.host(), way.port(), way.transport());
            far = new FarEnd(
                    shared.sdp(), peer, true, talk.caller(), way.outward().sealed());
            talk.caller(far);
            talk.staff().ifPresent(leg -> leg.sound().play(Playlist.loop(Tones.ringback())));
            String number = whom.to().e164();
            CallRequest invite = CallRequest.of(
                            "sip:" + number + "@" + way.host() + ":" + way.port(),
                            SipParty.of(ours.number(), shown.host()),
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
                                    sip.cancel("");
                                    nextTrunk("no-answer");
                                }
                            }));
        }

        /** This trunk does not carry the call: another one is to. */
        private void nextTrunk(String why) {
            Set<Trunk> failed = new HashSet<>(tried);
            failed.add(trunk);
            leaveTrunk();
            attempt = new Attempt(talk, Set.copyOf(failed));
            attempt.dial(why);
        }

        private void now(Runnable work) {
            lane.execute(() -> {
                if (attempt == this) {
                    work.run();
                }
            });
        }

        @Override
        public void trying() {
            now(() -> begun = true);
        }

        /**
         * What the far side plays before the answer, such as an announcement of the network, is the agent's to hear.
         */
        @Override
        public void progress(int status, String sdp) {
            now(() -> {
                begun = true;
                rang = true;
                if (!sdp.isEmpty() && !answered) {
                    try {
                        far.answered(sdp);
                        talk.staff().ifPresent(leg -> {
                            leg.sound().hears(Set.of(talk.caller()));
                            leg.sound().stopPlaying();
                        });
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
                    talk.staff().ifPresent(leg -> leg.sound().stopPlaying());
                    sink.signal(new ChannelSignal.PartyReached());
                    talk.connect();
                } catch (UnacceptableSdp e) {
                    sip.bye("SIP;cause=488");
                    missed(e.getMessage());
                }
            });
        }

        @Override
        public void refused(int status, String reason) {
            now(() -> {
                if (!rang && ofTheTrunk(status)) {
                    nextTrunk(word(status));
                } else {
                    missed(word(status));
                }
            });
        }

        private void missed(String reason) {
            attempt = null;
            leaveTrunk();
            sink.signal(new ChannelSignal.PartyNotReached(reason));
            talk.ends();
        }

        @Override
        public void ended(String cause) {
            now(() -> {
                attempt = null;
                leaveTrunk();
                talk.left(new ChannelSignal.RemoteLeft(cause.startsWith("bye") ? "customer" : "lost"));
            });
        }

        @Override
        public Optional<String> offered(String sdp) {
            return far.moves(sdp);
        }

        void hangUp(String reason) {
            leaveTrunk();
            if (sip != null && answered) {
                sip.bye(reason);
            } else if (sip != null) {
                sip.cancel(reason);
            }
        }

        private void leaveTrunk() {
            Trunk taken = trunk;
            trunk = null;
            if (taken != null) {
                taken.leave();
            }
        }
    }

    /** Whether a refusal is the trunk's own and not the customer's: another trunk may carry the call. */
    private static boolean ofTheTrunk(int status) {
        return status == 401 || status == 403 || status == 407 || (status >= 500 && status < 600);
    }

    private static String word(int status) {
        return switch (status) {
            case 486, 600, 603 -> "busy";
            case 404, 410, 484, 604 -> "wrong-number";
            case 408, 480, 487 -> "no-answer";
            default -> "status " + status;
        };
    }
}
