// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.channel.sms.smpp.SmppSession;
import io.patchbay.channel.sms.store.OutgoingTable.Fate;
import io.patchbay.channel.sms.traffic.Core;
import io.patchbay.channel.sms.traffic.OutgoingSms;
import io.patchbay.channel.sms.traffic.SmsAccount;
import io.patchbay.channel.sms.traffic.SmsLetter;
import io.patchbay.spi.channel.ChannelAccount;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account between its SMSC and its routes. It connects once its route takes letters. */
public final class Line implements Core, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final Actor SMS = new Actor.Part("sms");

    private final Intake intake;
    private final Patchbay patchbay;
    private final SmsAccount account;
    private final AtomicReference<Function<SmsLetter, CompletionStage<Void>>> route = new AtomicReference<>();
    private final AtomicReference<String> begun = new AtomicReference<>("");

    /** Where its letters go. */
    public record Intake(QueueId queue, String locale) {}

    /** What it asks and tells. */
    public record Patchbay(Commands commands, Interactions interactions) {}

    public Line(SmsAccount.Profile profile, SmsAccount.Kept kept, Intake intake, Patchbay patchbay) {
        this.intake = intake;
        this.patchbay = patchbay;
        account = new SmsAccount(profile, kept, this, InstantSource.system());
    }

    public String name() {
        return account.profile().smpp().name();
    }

    public Address address() {
        return account.profile().address();
    }

    Intake intake() {
        return intake;
    }

    /** Letters go this way from now on; the first time the account connects. */
    void serve(Function<SmsLetter, CompletionStage<Void>> way) {
        route.set(way);
        if (begun.compareAndSet("", "begun")) {
            account.start();
        }
    }

    void unserve(Function<SmsLetter, CompletionStage<Void>> way) {
        route.compareAndSet(way, null);
    }

    CompletionStage<Void> send(OutgoingSms sms) {
        return account.send(sms);
    }

    /** How it is, for people. */
    public ChannelAccount account() {
        SmppSession.Condition condition = account.condition();
        return new ChannelAccount(
                "io.patchbay.channel.sms-" + name(), condition.state(), condition.reason(), Optional.of(address()));
    }

    @Override
    public CompletionStage<Void> post(SmsLetter letter) {
        Function<SmsLetter, CompletionStage<Void>> way = route.get();
        return way == null
                ? CompletableFuture.failedStage(new IllegalStateException("the route of " + name() + " is stopped"))
                : way.apply(letter);
    }

    @Override
    public CompletionStage<Boolean> report(Fate fate) {
        Map<String, Object> body = fate.delivered()
                ? Map.of(
                        "interaction", fate.sending().interaction(),
                        "message", fate.sending().message(),
                        "delivery", "delivered")
                : Map.of(
                        "interaction", fate.sending().interaction(),
                        "message", fate.sending().message(),
                        "delivery", "failed",
                        "reason", fate.reason());
        return patchbay.commands.execute(SMS, "message.report", body, "").thenApply(result -> heeded(fate, result));
    }

    /** What the core will never take is not told again. */
    private static boolean heeded(Fate fate, CommandResult result) {
        if (!(result instanceof CommandResult.Refused refused)) {
            return true;
        }
        boolean later = refused.kind() == CommandResult.Kind.UNAVAILABLE
                || refused.problem().code().equals("no-handler");
        log.debug("Message {}: {}", fate.sending().message(), refused.problem().english());
        return !later;
    }

    @Override
    public boolean talksWith(Address number) {
        return patchbay.interactions.open(Scope.system()).stream()
                .anyMatch(one -> one.contact().channel().value().equals("sms")
                        && one.contact().from().equals(Optional.of(number)));
    }

    @Override
    public void close() {
        account.close();
    }
}
