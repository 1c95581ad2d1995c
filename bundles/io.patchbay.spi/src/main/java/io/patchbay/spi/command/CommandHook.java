// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.command;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Steps in before, instead of or after a command; registered as a service. Called by the command's thread: returns at
 * once. Several hooks are asked in the order of their service ranking, highest first.
 */
@ConsumerType
public interface CommandHook {
    /**
     * Before the handler.
     *
     * @param actor who asks
     * @param command what he wants; rights are already checked
     * @return a result to give instead of running the handler, for example a refusal; empty to go on
     */
    default Optional<CommandResult> before(Actor actor, Command command) {
        return Optional.empty();
    }

    /**
     * After the change is durable or refused.
     *
     * @param actor who asked
     * @param command what he wanted
     * @param result what came of it
     */
    default void after(Actor actor, Command command, CommandResult result) {}
}
