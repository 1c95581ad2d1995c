// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.channel.email.store.Outgoing;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells the conversation what became of a message of ours. */
final class Fates {
    private static final Actor EMAIL = new Actor.Part("email");

    private final Commands commands;

    Fates(Commands commands) {
        this.commands = commands;
    }

    CompletionStage<CommandResult> delivered(Outgoing mail) {
        return report(mail, "delivered", "");
    }

    CompletionStage<CommandResult> failed(Outgoing mail, String reason) {
        return report(mail, "failed", reason);
    }

    private CompletionStage<CommandResult> report(Outgoing mail, String delivery, String reason) {
        Map<String, Object> body = reason.isEmpty()
                ? Map.of("interaction", mail.interaction(), "message", mail.message(), "delivery", delivery)
                : Map.of(
                        "interaction",
                        mail.interaction(),
                        "message",
                        mail.message(),
                        "delivery",
                        delivery,
                        "reason",
                        reason);
        return commands.execute(EMAIL, "message.report", body, "email:" + mail.id() + ":" + delivery);
    }
}
