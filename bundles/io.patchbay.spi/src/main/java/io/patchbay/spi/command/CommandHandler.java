// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.command;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import java.util.Map;
import java.util.Optional;
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
     * Writes the command as JSON values, so that {@link #read} gives an equal one. Needed by those that
     * {@link #examine} sends to reviewers.
     *
     * @param command a command of this type
     * @return its fields
     */
    default Map<String, Object> write(C command) {
        throw new UnsupportedOperationException(name() + " cannot be kept for review");
    }

    /**
     * What the command would change, where that needs reviews by other people or has a day of its own. May wait for the
     * database.
     *
     * @param actor who asks; his rights are checked
     * @param command what he wants
     * @return the change; empty if the command acts at once, also where it would be refused
     */
    default Optional<Examination> examine(Actor actor, C command) {
        return Optional.empty();
    }

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
