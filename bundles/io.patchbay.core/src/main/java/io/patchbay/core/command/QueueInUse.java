// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.spi.command.CommandHook;
import java.util.Optional;

/** A queue is not removed under the contacts that are in it: routing keeps the queue, the core knows the contacts. */
public final class QueueInUse implements CommandHook {
    private final Interactions interactions;

    public QueueInUse(Interactions interactions) {
        this.interactions = interactions;
    }

    @Override
    public Optional<CommandResult> before(Actor actor, Command command) {
        if (!(command instanceof QueueCommand.RemoveQueue remove)) {
            return Optional.empty();
        }
        long open = interactions.open(Scope.system()).stream()
                .filter(contact -> contact.placement().queue().equals(remove.queue()))
                .count();
        return open == 0
                ? Optional.empty()
                : Optional.of(new CommandResult.Refused(
                        CommandResult.Kind.CONFLICT,
                        Problem.of(
                                "queue-in-use",
                                "The queue {0} holds {1} open contacts. Move or end them first.",
                                "队列 {0} 中还有 {1} 个未结束的会话，请先转走或结束。",
                                remove.queue(),
                                Long.toString(open))));
    }
}
