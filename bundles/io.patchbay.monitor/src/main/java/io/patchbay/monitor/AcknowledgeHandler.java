// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.alarm.AlarmCommand;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code alarm.acknowledge}. */
@Component(service = CommandHandler.class)
public final class AcknowledgeHandler implements CommandHandler<AlarmCommand.Acknowledge> {
    private final AlarmComponent alarms;

    @Activate
    public AcknowledgeHandler(@Reference AlarmComponent alarms) {
        this.alarms = alarms;
    }

    @Override
    public Class<AlarmCommand.Acknowledge> type() {
        return AlarmCommand.Acknowledge.class;
    }

    @Override
    public String name() {
        return "alarm.acknowledge";
    }

    @Override
    public String permission() {
        return AlarmCommand.PERMISSION;
    }

    @Override
    public AlarmCommand.Acknowledge read(Map<String, Object> body) {
        if (!(body.get("alarm") instanceof String alarm)) {
            throw new IllegalArgumentException("the field \"alarm\" must be an alarm's id");
        }
        return new AlarmCommand.Acknowledge(alarm);
    }

    /** Done as soon as it is known here: the journal that would make it durable may be what the alarm is about. */
    @Override
    public CompletionStage<CommandResult> handle(Actor actor, AlarmCommand.Acknowledge command, String idempotencyKey) {
        CommandResult result = alarms.acknowledge(command.alarm(), actor.text())
                .<CommandResult>map(journalled -> new CommandResult.Done())
                .orElseGet(() -> new CommandResult.Refused(
                        CommandResult.Kind.NOT_FOUND,
                        Problem.of(
                                "unknown-alarm",
                                "There is no open alarm {0}; perhaps it is over.",
                                "没有未恢复的告警 {0}，可能已恢复。",
                                command.alarm())));
        return CompletableFuture.completedFuture(result);
    }
}
