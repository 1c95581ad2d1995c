// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.media.Leg;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** One agent's phones in one call: rung, answered, talking, over. On the call's lane only. */
final class AgentLeg {
    private static final Duration LONGEST_RING = Duration.ofMinutes(3);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

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
    private final List<Binding> phones;
    private final Leg sound;
    private final Shared shared;
    private final Executor lane;
    private final Events events;
    private final List<Attempt> ringing = new ArrayList<>();
    private SipParty caller;
    private String queue = "";
    private Attempt taken;
    private int refusal = 404;
    private volatile String codec = "";
    private volatile LiveCalls.Phone.State state = LiveCalls.Phone.State.RINGING;
    private volatile Instant since;

    /** {@code phones} are all that he has registered, newest first; they ring together, the first answer takes it. */
    AgentLeg(
            AgentId agent,
            PhoneAccount account,
            List<Binding> phones,
            Leg sound,
            Shared shared,
            Executor lane,
            Events events) {
        this.agent = agent;
        this.account = account;
        this.phones = List.copyOf(phones);
        this.sound = sound;
        this.shared = shared;
        this.lane = lane;
        this.events = events;
        this.since = shared.clock().instant();
    }

    /** Rings, showing who calls. */
    void ring(SipParty who, String forQueue) {
        caller = who;
        queue = forQueue;
        phones.forEach(phone -> dial(phone, List.of()));
        if (ringing.isEmpty()) {
            events.refused(this, refusal);
        }
    }

    private void dial(Binding phone, List<CallRequest.HeaderLine> more) {
        Attempt attempt = new Attempt(phone);
        try {
            attempt.start(more);
            ringing.add(attempt);
        } catch (IllegalArgumentException e) {
            refusal = 404; // it registered a place that cannot be called
        }
    }

    /** The agent has accepted at his desk: have a phone answer by itself, if it can. */
    void answer() {
        if (taken != null || state == LiveCalls.Phone.State.PICK_UP) {
            return;
        }
        is(LiveCalls.Phone.State.PICK_UP);
        if (account.answering() == PhoneAccount.Answering.TALK) {
            ringing.forEach(attempt -> attempt.call.talk());
        } else if (account.answering() == PhoneAccount.Answering.ALERT_INFO) {
            Binding newest = ringing.isEmpty() ? phones.get(0) : ringing.get(0).phone;
            stopRinging();
            String us = "<sip:" + caller.host() + ">";
            dial(
                    newest,
                    List.of(
                            new CallRequest.HeaderLine("Alert-Info", us + ";info=alert-autoanswer;answer-after=0"),
                            new CallRequest.HeaderLine("Call-Info", us + ";answer-after=0")));
        }
        events.changed();
    }

    private void stopRinging() {
        List<Attempt> all = List.copyOf(ringing);
        ringing.clear();
        all.forEach(attempt -> attempt.call.cancel(""));
    }

    /** He talks. */
    void talks() {
        is(LiveCalls.Phone.State.TALKING);
    }

    private void is(LiveCalls.Phone.State now) {
        state = now;
        since = shared.clock().instant();
    }

    /** Lets the phones go: stops their ring or hangs up. */
    void end() {
        Attempt last = taken;
        taken = null;
        stopRinging();
        if (last != null) {
            last.call.bye("");
        }
        sound.close();
    }

    AgentId agent() {
        return agent;
    }

    String extension() {
        return account.extension();
    }

    Leg sound() {
        return sound;
    }

    String codec() {
        return codec;
    }

    boolean answered() {
        return taken != null;
    }

    LiveCalls.Phone.State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    /** Whether somebody turned the call away, rather than that it did not reach anybody. */
    static boolean declines(int status) {
        return status == 486 || status == 600 || status == 603;
    }

    /** One INVITE to one phone; what comes of one that was replaced or let go is nobody's. */
    private final class Attempt implements CallListener {
        private final Binding phone;
        private final FarEnd far;
        private OutgoingCall call;
        private boolean rang;

        Attempt(Binding phone) {
            this.phone = phone;
            this.far = new FarEnd(shared.sdp(), phone.flow(), false, sound);
        }

        void start(List<CallRequest.HeaderLine> more) {
            CallRequest invite = CallRequest.of(
                            phone.contact(), caller, SipParty.of(account.extension(), caller.host()), far.offer())
                    .by(phone.flow())
                    .ringingFor(LONGEST_RING)
                    .with("Subject", queue);
            for (CallRequest.HeaderLine line : more) {
                invite = invite.with(line.name(), line.value());
            }
            call = shared.dialer().call(invite, this);
        }

        private void now(Runnable work) {
            lane.execute(() -> {
                if (taken == this || ringing.contains(this)) {
                    work.run();
                }
            });
        }

        @Override
        public void answered(String sdp) {
            now(() -> {
                ringing.remove(this);
                try {
                    far.answered(sdp);
                    codec = far.codec();
                    taken = this;
                    stopRinging();
                    events.answered(AgentLeg.this);
                } catch (UnacceptableSdp e) {
                    call.bye("SIP;cause=488");
                    missed(488);
                }
            });
        }

        @Override
        public void refused(int status, String reason) {
            now(() -> {
                ringing.remove(this);
                if (status >= 600) { // for all of his phones (RFC 3261, 16.7)
                    stopRinging();
                }
                missed(status);
            });
        }

        private void missed(int status) {
            refusal = declines(refusal) ? refusal : status;
            if (ringing.isEmpty()) {
                events.refused(AgentLeg.this, refusal);
            } else if (none()) { // what is left may be registrations of phones that are no longer there
                shared.lanes()
                        .later(
                                SIGN_OF_LIFE,
                                () -> lane.execute(() -> {
                                    if (!ringing.isEmpty() && none()) {
                                        stopRinging();
                                        events.refused(AgentLeg.this, refusal);
                                    }
                                }));
            }
        }

        private boolean none() {
            return ringing.stream().noneMatch(attempt -> attempt.rang);
        }

        @Override
        public void progress(int status, String sdp) {
            lane.execute(() -> rang = true);
        }

        @Override
        public void ended(String cause) {
            now(() -> {
                taken = null;
                events.gone(AgentLeg.this, cause);
            });
        }

        @Override
        public void confirmed(String sdp) {
            now(() -> {
                try {
                    far.acknowledged(sdp);
                } catch (UnacceptableSdp e) {
                    call.bye("SIP;cause=488");
                    ended("no sound in common");
                }
            });
        }

        @Override
        public Optional<String> offered(String sdp) {
            return far.moves(sdp);
        }
    }
}
