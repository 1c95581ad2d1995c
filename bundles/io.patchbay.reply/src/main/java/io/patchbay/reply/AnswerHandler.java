// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.reply.api.AnswerCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries one kind of command about canned answers out, off the caller's thread. */
abstract class AnswerHandler<C extends AnswerCommand> implements CommandHandler<C> {
    private final ReplyComponent reply;

    AnswerHandler(ReplyComponent reply) {
        this.reply = reply;
    }

    @Override
    public final String permission() {
        return Permissions.ROUTING;
    }

    @Override
    public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
        return CompletableFuture.supplyAsync(
                () -> reply.book().carryOut(actor, command, idempotencyKey), reply.worker());
    }

    static String text(Object value, String name) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be text but is " + value);
    }
}
