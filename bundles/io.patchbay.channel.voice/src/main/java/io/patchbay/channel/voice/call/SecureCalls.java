// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.SecureCommand;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.spi.verification.Verifier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Commands about what callers enter unheard: who may, in which call, and when. Safe for any thread. */
public final class SecureCalls {
    private static final long PATIENCE_SECONDS = 10;

    private final Calls calls;
    private final SecureTrace trace;
    private final Verifications verifications;
    private volatile Duration limit = Duration.ofMinutes(2);

    public SecureCalls(Calls calls, SecureTrace trace, Verifications verifications) {
        this.calls = calls;
        this.trace = trace;
        this.verifications = verifications;
    }

    /** After how long a pause ends by itself. */
    public void limit(Duration most) {
        limit = most;
    }

    /** Carries one out; completes when it is done and in the journal. */
    public CompletionStage<CommandResult> carryOut(Actor actor, SecureCommand command) {
        Optional<VoiceCall> call = calls.running(command.interaction());
        Optional<Interaction> contact = trace.contact(command.interaction());
        if (call.isEmpty() || contact.isEmpty()) {
            return said(Kind.CONFLICT, "no-call", "This contact is not in a call now.", "该会话当前不在通话中。");
        } else if (!may(actor, call.get(), contact.get())) {
            return said(
                    Kind.FORBIDDEN,
                    "forbidden",
                    "This is a colleague's call. You need the right to pause recordings.",
                    "这是同事的通话，您没有暂停录音的权限。");
        }
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        call.get().lane().execute(() -> act(call.get(), contact.get(), actor, command)
                .whenComplete((result, fault) -> {
                    if (fault == null) {
                        answer.complete(result);
                    } else {
                        answer.completeExceptionally(fault);
                    }
                }));
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean may(Actor actor, VoiceCall call, Interaction contact) {
        if (!(actor instanceof Actor.Person person)) {
            return true;
        }
        String user = person.user().value();
        return call.staff().filter(leg -> leg.agent().value().equals(user)).isPresent()
                || person.scope().may(SecureCommand.PERMISSION, contact.place());
    }

    private CompletionStage<CommandResult> act(
            VoiceCall call, Interaction contact, Actor actor, SecureCommand command) {
        SecureStep step = call.secure();
        if (command instanceof SecureCommand.ResumeRecording) {
            return step.end(actor, "resumed")
                    .map(SecureCalls::done)
                    .orElseGet(
                            () -> said(Kind.CONFLICT, "not-paused", "Nothing is paused in this call.", "该通话未处于暂停状态。"));
        } else if (!call.talks()) {
            return said(Kind.CONFLICT, "not-talking", "The caller does not talk with an agent now.", "来电者当前未与坐席通话。");
        } else if (step.entry().isPresent()) {
            return said(Kind.CONFLICT, "paused", "The recording of this call is paused already.", "该通话的录音已暂停。");
        } else if (command instanceof SecureCommand.PauseRecording pause) {
            return done(step.pause(actor, pause.reason(), limit));
        }
        return ask(contact.customer(), asked -> done(step.verify(actor, asked, limit)));
    }

    private CompletionStage<CommandResult> ask(
            Optional<CustomerId> customer, Function<Inquiry, CompletionStage<CommandResult>> begin) {
        Optional<Verifier> verifier = verifications.verifier();
        if (verifier.isEmpty()) {
            return said(
                    Kind.CONFLICT, "no-verifier", "Nothing is installed that could verify customers.", "未安装客户身份核验组件。");
        } else if (customer.isEmpty()) {
            return said(
                    Kind.CONFLICT,
                    "unknown-customer",
                    "Say first who the caller is: only a known customer has a PIN.",
                    "请先确认来电客户，只有已识别的客户才能核验密码。");
        } else if (verifications.locked(customer.get())) {
            return said(
                    Kind.CONFLICT,
                    "verification-locked",
                    "The PIN was wrong three times. It can be asked for again half an hour after the last try.",
                    "密码已连续三次错误，最后一次尝试半小时后方可再次核验。");
        }
        return begin.apply(new Inquiry(verifications, verifier.get(), customer.get()));
    }

    private static CompletionStage<CommandResult> done(CompletionStage<Long> told) {
        return told.thenApply(seq -> new Done());
    }

    private static CompletionStage<CommandResult> said(Kind kind, String code, String english, String chinese) {
        return CompletableFuture.completedFuture(new Refused(kind, new Problem(code, english, chinese)));
    }
}
