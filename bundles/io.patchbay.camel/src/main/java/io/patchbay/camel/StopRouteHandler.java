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

/** {@code route.stop}. */
@Component(service = CommandHandler.class)
public final class StopRouteHandler extends RouteHandler<RouteCommand.Stop> {
    @Activate
    public StopRouteHandler(@Reference RoutesComponent routes, @Reference Journal journal) {
        super(RouteCommand.Stop.class, "route.stop", routes, journal);
    }

    @Override
    public RouteCommand.Stop read(Map<String, Object> body) {
        return new RouteCommand.Stop(text(body, "context"), maybe(body, "route"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RouteCommand.Stop command, String idempotencyKey) {
        return outcome(
                routes.host().stop(command.context(), command.route()),
                actor,
                "route.stopped",
                body(command.context(), command.route()));
    }
}
