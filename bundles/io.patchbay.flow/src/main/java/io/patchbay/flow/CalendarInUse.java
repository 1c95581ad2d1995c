// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.queue.Queues;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.spi.command.CommandHook;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A calendar is not removed from under the queues that follow it. */
@Component
public final class CalendarInUse implements CommandHook {
    private final Queues queues;

    @Activate
    public CalendarInUse(@Reference Queues queues) {
        this.queues = queues;
    }

    @Override
    public Optional<CommandResult> before(Actor actor, Command command) {
        return command instanceof SettingCommand.RemoveCalendar remove
                ? queues.queues(Scope.system()).stream()
                        .filter(queue -> queue.rules()
                                .hours()
                                .calendar()
                                .filter(remove.id()::equals)
                                .isPresent())
                        .findFirst()
                        .map(queue -> refused(remove.id(), queue.id().value()))
                : Optional.empty();
    }

    private static CommandResult refused(String calendar, String queue) {
        return new CommandResult.Refused(
                CommandResult.Kind.CONFLICT,
                Problem.of(
                        "calendar-in-use",
                        "The queue {1} follows the calendar {0}. Give it another one first.",
                        "队列 {1} 使用日历 {0}，请先更换。",
                        calendar,
                        queue));
    }
}
