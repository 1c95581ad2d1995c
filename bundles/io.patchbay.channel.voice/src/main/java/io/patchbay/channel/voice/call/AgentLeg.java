// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.media.Leg;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/** One agent's phone in one call: rung, answered, talking, over. On the call's lane only. */
final class AgentLeg {
    private static final Duration LONGEST_RING = Duration.ofMinutes(3);

    /** What a call wants to hear of its agent's phone; called on the call's lane. */
    interface Events {
        void answered(AgentLeg leg);

        /** It will not be answered: {@code status} of the phone, 408 for silence, 503 for no way to it. */
        void refused(AgentLeg leg, int status);

        /** An answered phone is gone; {@code cause} begins with {@code bye} if it was hung up. */
        void gone(AgentLeg leg, String cause);

        void changed();
    }

    private final AgentId agent;
    private final PhoneAccount account;
    private final Binding binding;
    private final FarEnd far;
    private final Shared shared;
    private final Executor lane;
    private final Events events;
    private CallRequest request;
    private Attempt attempt;
    private boolean answered;
    private volatile LiveCalls.Phone.State state = LiveCalls.Phone.State.RINGING;
    private volatile Instant since;

    AgentLeg(AgentId agent, PhoneAccount account, Binding binding, Leg sound, Shared shared, Executor lane, Events on) {
        this.agent = agent;
        this.account = account;
        this.binding = binding;
        this.far = new FarEnd(shared.sdp(), binding.flow(), false, sound);
        this.shared = shared;
        this.lane = lane;
        this.events = on;
        this.since = shared.clock().instant();
    }

    /** Rings it, showing who calls. */
    void ring(SipParty caller, String queue) {
        Peer flow = binding.flow();
        String offer = far.offer();
        request = CallRequest.of(binding.contact(), caller, SipParty.of(account.extension(), caller.host()), offer)
                .by(flow)
                .ringingFor(LONGEST_RING)
                .with("Subject", queue);
        attempt = new Attempt();
        attempt.start(request);
    }

    /** The agent has accepted at his desk: have the phone answer by itself, if it can. */
    void answer() {
        if (answered || state == LiveCalls.Phone.State.PICK_UP) {
            return;
        }
        is(LiveCalls.Phone.State.PICK_UP);
        if (account.answering() == PhoneAccount.Answering.TALK) {
            attempt.call.talk();
        } else if (account.answering() == PhoneAccount.Answering.ALERT_INFO) {
            Attempt old = attempt;
            attempt = new Attempt();
            old.call.cancel("");
            attempt.start(request.with(
                            "Alert-Info", "<sip:" + request.from().host() + ">;info=alert-autoanswer;answer-after=0")
                    .with("Call-Info", "<sip:" + request.from().host() + ">;answer-after=0"));
        }
        events.changed();
    }

    /** He talks. */
    void talks() {
        is(LiveCalls.Phone.State.TALKING);
    }

    private void is(LiveCalls.Phone.State now) {
        state = now;
        since = shared.clock().instant();
    }

    /** Lets the phone go: stops its ring or hangs it up. */
    void end() {
        Attempt last = attempt;
        attempt = null;
        if (last != null && last.call != null) {
            if (answered) {
                last.call.bye("");
            } else {
                last.call.cancel("");
            }
        }
        far.sound().close();
    }

    AgentId agent() {
        return agent;
    }

    String extension() {
        return account.extension();
    }

    Leg sound() {
        return far.sound();
    }

    String codec() {
        return far.codec();
    }

    boolean answered() {
        return answered;
    }

    LiveCalls.Phone.State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    /** One INVITE; what comes of one that was replaced or let go is nobody's. */
    private final class Attempt implements CallListener {
        private OutgoingCall call;

        void start(CallRequest invite) {
            call = shared.dialer().call(invite, this);
        }

        private void now(Runnable work) {
            lane.execute(() -> {
                if (attempt == this) {
                    work.run();
                }
            });
        }

        @Override
        public void answered(String sdp) {
            now(() -> {
                try {
                    far.answered(sdp);
                    answered = true;
                    events.answered(AgentLeg.this);
                } catch (UnacceptableSdp e) {
                    call.bye("SIP;cause=488");
                    attempt = null;
                    events.refused(AgentLeg.this, 488);
                }
            });
        }

        @Override
        public void refused(int status, String reason) {
            now(() -> {
                attempt = null;
                events.refused(AgentLeg.this, status);
            });
        }

        @Override
        public void ended(String cause) {
            now(() -> {
                attempt = null;
                events.gone(AgentLeg.this, cause);
            });
        }

        @Override
        public Optional<String> offered(String sdp) {
            return far.moves(sdp);
        }
    }
}
