// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.SetRule;
import io.patchbay.retention.api.RetentionRule;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code retention.rule}: sets a period, after two reviews. */
@Component(service = CommandHandler.class)
public final class SetRuleHandler implements CommandHandler<SetRule> {
    private final RetentionComponent retention;

    @Activate
    public SetRuleHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<SetRule> type() {
        return SetRule.class;
    }

    @Override
    public String name() {
        return "retention.rule";
    }

    @Override
    public String permission() {
        return RetentionCommand.RULES;
    }

    /** A rule without an id is new, one without a beginning begins now. */
    @Override
    public SetRule read(Map<String, Object> body) {
        Given given = new Given(body);
        return new SetRule(new RetentionRule(
                given.maybe("rule").map(UUID::fromString).orElseGet(UUID::randomUUID),
                RecordClass.parse(given.text("class")),
                new UnitId(given.text("unit")),
                given.number("days"),
                new RetentionRule.Source(RetentionRule.Basis.parse(given.text("basis")), given.text("source")),
                given.maybe("from").map(Instant::parse).orElseGet(() -> Instant.now()
                        .truncatedTo(ChronoUnit.MILLIS)),
                given.maybe("until").map(Instant::parse)));
    }

    @Override
    public Map<String, Object> write(SetRule command) {
        return command.rule().json();
    }

    @Override
    public Optional<Examination> examine(Actor actor, SetRule command) {
        return retention.rules().examine(actor, command.rule());
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, SetRule command, String key) {
        return CompletableFuture.supplyAsync(
                () -> retention.rules().set(actor, command.rule(), key), retention.worker());
    }
}
