// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.core.letter.LetterRoom;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The commands about what is written to somebody who does not listen now. */
public final class LetterHandlers {
    private LetterHandlers() {}

    /** One handler a command. */
    public static List<CommandHandler<?>> of(LetterRoom room) {
        return List.of(
                new Handler<>(
                        OutboundCommand.WriteTo.class,
                        "message.write",
                        Permissions.AGENT,
                        SentFields::write,
                        room::write),
                new Handler<>(
                        InteractionCommand.ReportMessage.class,
                        "message.report",
                        Permissions.OPERATE,
                        SentFields::report,
                        (actor, report, key) -> room.reports().take(actor, report)));
    }

    private interface Act<C> {
        CompletionStage<CommandResult> run(Actor actor, C command, String key);
    }

    private record Handler<C extends Command>(
            Class<C> type, String name, String permission, Function<Fields, C> reader, Act<C> act)
            implements CommandHandler<C> {
        @Override
        public C read(Map<String, Object> body) {
            return reader.apply(Fields.of(body));
        }

        @Override
        public CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return act.run(actor, command, idempotencyKey);
        }
    }
}
