// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.journal.Journal;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code deadletter.drop}. */
@Component(service = CommandHandler.class)
public final class DropHandler extends RouteHandler<RouteCommand.Drop> {
    @Activate
    public DropHandler(@Reference RoutesComponent routes, @Reference Journal journal) {
        super(RouteCommand.Drop.class, "deadletter.drop", routes, journal);
    }

    @Override
    public RouteCommand.Drop read(Map<String, Object> body) {
        return new RouteCommand.Drop(number(body, "id"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RouteCommand.Drop command, String idempotencyKey) {
        return CompletableFuture.supplyAsync(() -> routes.letters().drop(command.id()), routes.worker())
                .thenCompose(there -> there
                        ? done(actor, "deadletter.dropped", Map.of("id", command.id()))
                        : refused(
                                CommandResult.Kind.NOT_FOUND,
                                "unknown-dead-letter",
                                "There is no dead letter {0}.",
                                "没有编号为 {0} 的死信。",
                                Long.toString(command.id())));
    }
}
