// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.spi.command.CommandHook;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A unit is not removed from under its queues: the directory keeps the unit, routing knows the queues. */
@Component
public final class UnitInUse implements CommandHook {
    private final Queues queues;

    /**
     * Over the queues.
     *
     * @param queues what there is
     */
    @Activate
    public UnitInUse(@Reference Queues queues) {
        this.queues = queues;
    }

    @Override
    public Optional<CommandResult> before(Actor actor, Command command) {
        return command instanceof PeopleCommand.RemoveUnit remove
                ? queues.queues(Scope.system()).stream()
                        .filter(queue -> queue.unit().equals(remove.unit()))
                        .findFirst()
                        .map(queue -> refused(remove, queue))
                : Optional.empty();
    }

    private static CommandResult refused(PeopleCommand.RemoveUnit remove, QueueSettings queue) {
        return new CommandResult.Refused(
                CommandResult.Kind.CONFLICT,
                Problem.of(
                        "unit-has-queues",
                        "The queue {1} belongs to {0}. Give it to another unit first.",
                        "队列 {1} 属于 {0}，请先改属其他机构。",
                        remove.unit(),
                        queue.id()));
    }
}
