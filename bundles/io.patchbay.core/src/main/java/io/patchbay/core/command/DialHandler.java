// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.core.path.Doorway;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Calls from an agent's desk. Only people telephone. */
public final class DialHandler implements CommandHandler<OutboundCommand.Dial> {
    private final Doorway door;

    public DialHandler(Doorway door) {
        this.door = door;
    }

    @Override
    public Class<OutboundCommand.Dial> type() {
        return OutboundCommand.Dial.class;
    }

    @Override
    public String name() {
        return "call.dial";
    }

    @Override
    public String permission() {
        return Permissions.AGENT;
    }

    @Override
    public OutboundCommand.Dial read(Map<String, Object> body) {
        Fields fields = Fields.of(body);
        return new OutboundCommand.Dial(
                fields.text("number").strip(), fields.maybeText("queue").map(QueueId::new));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, OutboundCommand.Dial command, String idempotencyKey) {
        return actor instanceof Actor.Person person
                ? door.dial(command, person, idempotencyKey)
                : NoContact.notAllowed(Permissions.AGENT);
    }
}
