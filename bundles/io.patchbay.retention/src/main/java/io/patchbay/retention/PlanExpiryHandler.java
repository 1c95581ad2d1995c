// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.PlanExpiry;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code retention.plan}: what would go now; changes nothing. */
@Component(service = CommandHandler.class)
public final class PlanExpiryHandler implements CommandHandler<PlanExpiry> {
    private final RetentionComponent retention;

    @Activate
    public PlanExpiryHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<PlanExpiry> type() {
        return PlanExpiry.class;
    }

    @Override
    public String name() {
        return "retention.plan";
    }

    @Override
    public String permission() {
        return RetentionCommand.RUN;
    }

    @Override
    public PlanExpiry read(Map<String, Object> body) {
        return new PlanExpiry();
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, PlanExpiry command, String key) {
        return CompletableFuture.supplyAsync(
                () -> new CommandResult.Done(retention.expiry().plan(actor)), retention.worker());
    }
}
