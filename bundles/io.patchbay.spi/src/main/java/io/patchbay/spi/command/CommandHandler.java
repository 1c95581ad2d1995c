// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.command;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries one kind of command out; registered as a service. While it is there, the command can be executed.
 *
 * @param <C> the command
 */
@ConsumerType
public interface CommandHandler<C extends Command> {
    /**
     * The command's class.
     *
     * @return exactly the record it handles
     */
    Class<C> type();

    /**
     * The name on the wire.
     *
     * @return dotted, for example {@code assignment.accept}
     */
    String name();

    /**
     * The permission the actor must hold.
     *
     * @return a declared key; empty if everybody may, about himself
     */
    String permission();

    /**
     * Reads the command from JSON values.
     *
     * @param body its fields
     * @return the command
     * @throws IllegalArgumentException naming the field, the value and what is right
     */
    C read(Map<String, Object> body);

    /**
     * Does it. Rights are already checked.
     *
     * @param actor who asks
     * @param command what he wants
     * @param idempotencyKey the caller's key, kept in the transaction of the change; empty for none
     * @return completes when the change is durable
     */
    CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey);
}
