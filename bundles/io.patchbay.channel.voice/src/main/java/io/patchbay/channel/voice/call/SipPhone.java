// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.media.Leg;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A registered phone: rung by an INVITE, by a second one if it is to answer by itself. */
final class SipPhone implements Device {
    private static final Duration LONGEST_RING = Duration.ofMinutes(3);

    private final PhoneAccount account;
    private final Binding phone;
    private final Shared shared;
    private final Executor lane;
    private SipParty who;
    private String subject = "";
    private Leg sound;
    private Events events;
    private Attempt attempt;
    private boolean told;

    SipPhone(PhoneAccount account, Binding phone, Shared shared, Executor lane) {
        this.account = account;
        this.phone = phone;
        this.shared = shared;
        this.lane = lane;
    }

    @Override
    public void ring(SipParty caller, String about, Leg leg, boolean byItself, Events listener) {
        who = caller;
        subject = about;
        sound = leg;
        events = listener;
        dial(byItself && accepting() == Accepting.ALONE ? answersByItself() : List.of());
    }

    private void dial(List<CallRequest.HeaderLine> more) {
        attempt = new Attempt();
        attempt.start(more);
    }

    @Override
    public Accepting accepting() {
        return account.answering() == PhoneAccount.Answering.ALERT_INFO ? Accepting.ALONE : Accepting.TOLD;
    }

    @Override
    public void answer() {
        if (account.answering() == PhoneAccount.Answering.TALK) {
            told = true;
            attempt.call.talk();
        } else if (account.answering() == PhoneAccount.Answering.ALERT_INFO) {
            stop();
            dial(answersByItself());
        }
    }

    private List<CallRequest.HeaderLine> answersByItself() {
        String us = "<sip:" + who.host() + ">";
        return List.of(
                new CallRequest.HeaderLine("Alert-Info", us + ";info=alert-autoanswer;answer-after=0"),
                new CallRequest.HeaderLine("Call-Info", us + ";answer-after=0"));
    }

    @Override
    public void stop() {
        Attempt last = attempt;
        attempt = null;
        if (last != null) {
            last.call.cancel("");
        }
    }

    @Override
    public void hangUp() {
        Attempt last = attempt;
        attempt = null;
        if (last != null) {
            last.call.bye("");
        }
    }

    @Override
    public String codec() {
        return attempt == null ? "" : attempt.far.codec();
    }

    @Override
    public boolean tell(Facts facts) {
        return attempt != null && KeptPhone.tell(attempt.call, attempt.far, facts);
    }

    /** One INVITE; what comes of one that was replaced or let go is nobody's. */
    private final class Attempt implements CallListener {
        private final FarEnd far = phone.flow().transport().socket()
                ? new WebEnd(shared, phone.flow(), sound, lane, this::silent)
                : new FarEnd(shared.sdp(), phone.flow(), false, sound);
        private OutgoingCall call;

        void start(List<CallRequest.HeaderLine> more) {
            CallRequest invite = CallRequest.of(
                            phone.contact(), who, SipParty.of(account.extension(), who.host()), far.offer())
                    .by(phone.flow())
                    .ringingFor(LONGEST_RING)
                    .with("Subject", subject);
            for (CallRequest.HeaderLine line : more) {
                invite = invite.with(line.name(), line.value());
            }
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
                    events.answered();
                } catch (UnacceptableSdp e) {
                    call.bye("SIP;cause=488");
                    events.refused(488);
                }
            });
        }

        @Override
        public void refused(int status, String reason) {
            now(() -> events.refused(status));
        }

        @Override
        public void progress(int status, String sdp) {
            now(() -> {
                events.rings();
                if (told) { // it was told before it rang, and could not know
                    told = false;
                    call.talk();
                }
            });
        }

        /** What was picked up has no sound, or none any more. */
        private void silent() {
            now(() -> {
                call.bye("SIP;cause=488;text=\"no sound\"");
                events.gone("no sound");
            });
        }

        @Override
        public void info(String contentType, String body) {
            InfoKey.read(contentType, body).ifPresent(key -> now(() -> events.presses(key)));
        }

        @Override
        public void ended(String cause) {
            now(() -> events.gone(cause));
        }

        @Override
        public void confirmed(String sdp) {
            now(() -> {
                try {
                    far.acknowledged(sdp);
                } catch (UnacceptableSdp e) {
                    call.bye("SIP;cause=488");
                    events.gone("no sound in common");
                }
            });
        }

        @Override
        public boolean referred(String user) {
            now(() -> events.transfers(user));
            return true;
        }

        @Override
        public Optional<String> offered(String sdp) {
            boolean held = far.holds();
            Optional<String> answer = far.moves(sdp);
            if (far.holds() != held) {
                now(() -> events.holds(far.holds()));
            }
            return answer;
        }
    }
}
