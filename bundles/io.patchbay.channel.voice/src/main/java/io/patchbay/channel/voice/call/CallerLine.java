// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.sdp.UnacceptableSdp;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One caller's SIP call between the core and the call: answered once its arrival is durable. */
final class CallerLine implements ChannelSession, CallListener, VoiceCall.Line {
    private static final int RETRY_SECONDS = 30;
    private static final Duration KEY_HELD = Duration.ofMillis(160);

    private final Optional<IncomingCall> arriving;
    private final Optional<String> trunk;
    private final Shared shared;
    private final BiConsumer<InteractionId, VoiceCall> began;
    private final Consumer<VoiceCall> over;
    private final Conference together;
    private VoiceCall call;
    private FarEnd far;
    private SipCall sip;
    private boolean answered;
    private boolean refused;

    /** {@code trunk} is by what he comes. */
    CallerLine(
            Optional<IncomingCall> arriving,
            Optional<String> trunk,
            Shared shared,
            BiConsumer<InteractionId, VoiceCall> began,
            Consumer<VoiceCall> over) {
        this.arriving = arriving;
        this.trunk = trunk;
        arriving.ifPresent(incoming -> sip = incoming);
        this.shared = shared;
        this.began = began;
        this.over = over;
        together = new Together(work -> now(() -> {
            if (!call.isOver()) {
                work.accept(call);
            }
        }));
    }

    void carries(VoiceCall given) {
        call = given;
        far = trunk.isEmpty()
                        && WebEnd.isWanted(arriving.map(IncomingCall::offer).orElse(""))
                ? new WebEnd(shared, sip.peer(), given.caller(), given.lane(), this::silent)
                : new FarEnd(shared.sdp(), sip.peer(), trunk.isPresent(), given.caller());
        given.caller(far);
    }

    /** He is there, but there is no sound, or none any more. */
    private void silent() {
        if (!call.isOver()) {
            sip.bye("SIP;cause=488;text=\"no sound\"");
            call.left(new ChannelSignal.RemoteLeft("lost"));
        }
    }

    /** Goes on with a call that was answered before. */
    void takesUp(VoiceCall given, Facts facts) {
        call = given;
        answered = true;
        far = FarEnd.takenUp(facts.in("far"), shared.sdp(), given.caller());
        given.caller(far);
        sip = shared.dialer().resume(KeptDialog.read(facts.text("dialog")), this);
    }

    @Override
    public void givesUp(VoiceCall unanswered, String why) {
        unanswered.cutOff(why);
    }

    @Override
    public boolean tell(Facts facts) {
        trunk.ifPresent(name -> facts.put("trunk", name));
        return answered && KeptPhone.tell(sip, far, facts);
    }

    private void now(Runnable work) {
        call.lane().execute(work);
    }

    // ---- the core, on a slot's thread ----

    @Override
    public void committed(InteractionId id, ConversationId conversation) {
        now(() -> {
            if (call.isOver() || answered) {
                return;
            }
            try {
                IncomingCall caller = arriving.orElseThrow();
                caller.answer(caller.offer().isEmpty() ? far.offer() : far.answer(caller.offer()));
                answered = true;
                call.begins(id);
            } catch (UnacceptableSdp e) {
                refuse(488, "Not Acceptable Here", OptionalInt.empty());
                call.left(new ChannelSignal.Failed(e.getMessage()));
            }
        });
    }

    @Override
    public void refused(Problem problem) {
        now(() -> {
            int status = problem.code().equals("unknown-queue") ? 480 : 503;
            refuse(status, "Not available", OptionalInt.of(RETRY_SECONDS));
            call.ends();
        });
    }

    /** Turns the caller away. */
    void overloaded() {
        refuse(503, "Service Unavailable", OptionalInt.of(RETRY_SECONDS));
        call.ends();
    }

    private void refuse(int status, String reason, OptionalInt retry) {
        refused = true;
        arriving.orElseThrow().refuse(status, reason, retry);
    }

    @Override
    public void accepted(MessageId id, Instant at) {}

    @Override
    public void queued(QueuePlace place) {
        now(() -> call.place(place.position(), place.estimate()));
    }

    @Override
    public void offer(AgentId agent, Instant expiresAt) {
        now(() -> call.offer(agent));
    }

    @Override
    public void withdraw(AgentId agent) {
        now(() -> call.release(agent));
    }

    @Override
    public boolean answeredAtDevice() {
        return true;
    }

    @Override
    public void answer(AgentId agent) {
        now(() -> call.answer(agent));
    }

    @Override
    public void connect(AgentId agent, String name) {
        now(() -> call.connect(agent));
    }

    @Override
    public void disconnect(AgentId agent) {
        now(() -> call.release(agent));
    }

    @Override
    public Optional<Conference> conference() {
        return Optional.of(together);
    }

    @Override
    public void callbackOffered() {
        now(call::callbackOffered);
    }

    @Override
    public void callbackTaken(Optional<Instant> at) {
        now(call::callbackTaken);
    }

    @Override
    public void callbackRefused() {
        now(call::callbackRefused);
    }

    /** Nothing is written to a telephone. */
    @Override
    public void send(OutboundMessage message) {
        now(() -> call.signal(new ChannelSignal.MessageFailed(message.id(), "a call takes no messages")));
    }

    @Override
    public boolean reads() {
        return false;
    }

    @Override
    public void dismiss(String prompt) {
        now(() -> call.dismissed(prompt));
    }

    @Override
    public boolean rates() {
        return true;
    }

    @Override
    public void rate(int of) {
        now(() -> call.rates(of));
    }

    @Override
    public void typing() {}

    @Override
    public void end() {
        now(call::ends);
    }

    // ---- the caller, on a SIP thread ----

    @Override
    public void cancelled() {
        now(() -> call.left(new ChannelSignal.RemoteLeft("customer")));
    }

    @Override
    public void confirmed(String answer) {
        now(() -> {
            try {
                far.acknowledged(answer);
            } catch (UnacceptableSdp e) {
                sip.bye("SIP;cause=488");
                call.left(new ChannelSignal.Failed(e.getMessage()));
            }
        });
    }

    @Override
    public void ended(String cause) {
        now(() -> call.left(new ChannelSignal.RemoteLeft(cause.startsWith("bye") ? "customer" : "lost")));
    }

    @Override
    public Optional<String> offered(String again) {
        return far.moves(again);
    }

    @Override
    public void info(String contentType, String body) {
        InfoKey.read(contentType, body).ifPresent(key -> now(() -> call.key(key, KEY_HELD)));
    }

    // ---- the call, on its lane ----

    @Override
    public void hangUp(String reason) {
        if (answered) {
            sip.bye(reason);
        } else if (!refused) {
            refuse(480, "Temporarily Unavailable", OptionalInt.empty());
        }
    }

    @Override
    public void began(InteractionId id, VoiceCall begun) {
        began.accept(id, begun);
    }

    @Override
    public void over(VoiceCall ended) {
        over.accept(ended);
    }
}
