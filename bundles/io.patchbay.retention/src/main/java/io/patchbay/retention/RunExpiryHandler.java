// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.RunExpiry;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code retention.run}: lets go what is over and not held. */
@Component(service = CommandHandler.class)
public final class RunExpiryHandler implements CommandHandler<RunExpiry> {
    private final RetentionComponent retention;

    @Activate
    public RunExpiryHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<RunExpiry> type() {
        return RunExpiry.class;
    }

    @Override
    public String name() {
        return "retention.run";
    }

    @Override
    public String permission() {
        return RetentionCommand.RUN;
    }

    @Override
    public RunExpiry read(Map<String, Object> body) {
        return new RunExpiry();
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RunExpiry command, String key) {
        return CompletableFuture.supplyAsync(() -> new CommandResult.Done(retention.run(actor)), retention.worker());
    }
}
