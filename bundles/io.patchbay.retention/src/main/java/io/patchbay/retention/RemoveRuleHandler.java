// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.RemoveRule;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code retention.ruleRemove}: ends a rule, after two reviews. */
@Component(service = CommandHandler.class)
public final class RemoveRuleHandler implements CommandHandler<RemoveRule> {
    private final RetentionComponent retention;

    @Activate
    public RemoveRuleHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<RemoveRule> type() {
        return RemoveRule.class;
    }

    @Override
    public String name() {
        return "retention.ruleRemove";
    }

    @Override
    public String permission() {
        return RetentionCommand.RULES;
    }

    @Override
    public RemoveRule read(Map<String, Object> body) {
        return new RemoveRule(UUID.fromString(new Given(body).text("rule")));
    }

    @Override
    public Map<String, Object> write(RemoveRule command) {
        return Map.of("rule", command.rule().toString());
    }

    @Override
    public Optional<Examination> examine(Actor actor, RemoveRule command) {
        return retention.rules().examineRemoval(actor, command.rule());
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RemoveRule command, String key) {
        return CompletableFuture.supplyAsync(
                () -> retention.rules().remove(actor, command.rule(), key), retention.worker());
    }
}
