// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.core.path.Doorway;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Calls between colleagues. Only people telephone. */
public final class ColleagueHandler implements CommandHandler<OutboundCommand.CallColleague> {
    private final Doorway door;

    public ColleagueHandler(Doorway door) {
        this.door = door;
    }

    @Override
    public Class<OutboundCommand.CallColleague> type() {
        return OutboundCommand.CallColleague.class;
    }

    @Override
    public String name() {
        return "call.colleague";
    }

    @Override
    public String permission() {
        return Permissions.AGENT;
    }

    @Override
    public OutboundCommand.CallColleague read(Map<String, Object> body) {
        return new OutboundCommand.CallColleague(new AgentId(Fields.of(body).text("agent")));
    }

    @Override
    public CompletionStage<CommandResult> handle(
            Actor actor, OutboundCommand.CallColleague command, String idempotencyKey) {
        return actor instanceof Actor.Person person
                ? door.call(command, person, idempotencyKey)
                : NoContact.notAllowed(Permissions.AGENT);
    }
}
