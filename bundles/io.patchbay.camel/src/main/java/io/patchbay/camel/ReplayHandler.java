// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.journal.Journal;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.camel.guard.RouteGuard;
import io.patchbay.camel.host.Replay;
import io.patchbay.camel.letter.DeadLetters;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code deadletter.replay}. */
@Component(service = CommandHandler.class)
public final class ReplayHandler extends RouteHandler<RouteCommand.Replay> {
    @Activate
    public ReplayHandler(@Reference RoutesComponent routes, @Reference Journal journal) {
        super(RouteCommand.Replay.class, "deadletter.replay", routes, journal);
    }

    @Override
    public RouteCommand.Replay read(Map<String, Object> body) {
        return new RouteCommand.Replay(number(body, "id"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, RouteCommand.Replay command, String idempotencyKey) {
        return CompletableFuture.supplyAsync(() -> replay(command.id()), routes.worker())
                .thenCompose(result -> result instanceof CommandResult.Done
                        ? done(actor, "deadletter.replayed", Map.of("id", command.id()))
                        : CompletableFuture.completedFuture(result));
    }

    /** Waits for the end of the route; the letter leaves the list only if that is a good one. */
    private CommandResult replay(long id) {
        DeadLetters.Returned letter = routes.letters().take(id).orElse(null);
        if (letter == null || letter.filler().isEmpty()) {
            return refused(
                            CommandResult.Kind.NOT_FOUND,
                            "unknown-dead-letter",
                            "There is no dead letter {0} that could be sent again.",
                            "没有可以重发的死信 {0}。",
                            Long.toString(id))
                    .join();
        }
        Replay end = routes.host()
                .replay(letter.context(), letter.route(), letter.filler().get()::into);
        if (end instanceof Replay.Absent) {
            return conflict("the route " + letter.route() + " of " + letter.context() + " is not there");
        } else if (end instanceof Replay.Failed failed) {
            return conflict(RouteGuard.words(failed.why()));
        }
        routes.letters().drop(id);
        return new CommandResult.Done();
    }

    private static CommandResult conflict(String why) {
        return refused(CommandResult.Kind.CONFLICT, "replay-failed", "It failed again: {0}.", "重发仍然失败：{0}。", why)
                .join();
    }
}
