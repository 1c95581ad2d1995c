// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.journal.Journal;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code route.start}. */
@Component(service = CommandHandler.class)
public final class StartRouteHandler extends RouteHandler<RouteCommand.Start> {
    @Activate
    public StartRouteHandler(@Reference RoutesComponent routes, @Reference Journal journal) {
        super(RouteCommand.Start.class, "route.start", routes, journal);
    }

    @Override
    public RouteCommand.Start read(Map<String, Object> body) {
        return new RouteCommand.Start(text(body, "context"), maybe(body, "route"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RouteCommand.Start command, String idempotencyKey) {
        return outcome(
                routes.host().start(command.context(), command.route()),
                actor,
                "route.started",
                body(command.context(), command.route()));
    }
}
