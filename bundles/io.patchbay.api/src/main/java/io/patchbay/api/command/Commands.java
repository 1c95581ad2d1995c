// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.command;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one door for people and programs: rights, hooks, handler, journal. Console, REST, shell, routes and plug-ins use
 * nothing else. Safe for any thread; returns at once.
 */
@ProviderType
public interface Commands {
    /**
     * Runs a command.
     *
     * @param actor who asks
     * @param command what he wants
     * @param idempotencyKey up to 100 characters that name this wish: the same actor's second execution with the same
     *     key gives the first one's result and does nothing; empty for none. Kept for 24 h, over restarts
     * @return completes when the change is durable, on a thread of Patchbay's: never block in it. Never completes
     *     exceptionally for an expected outcome
     */
    CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey);

    /**
     * Runs a command that came as JSON.
     *
     * @param actor who asks
     * @param name the command's wire name, for example {@code assignment.accept}
     * @param body its fields as JSON values
     * @param idempotencyKey as above
     * @return as above; {@code NOT_FOUND} for an unknown name, {@code INVALID} naming the field for a bad body
     */
    CompletionStage<CommandResult> execute(Actor actor, String name, Map<String, Object> body, String idempotencyKey);

    /**
     * The commands that are there now.
     *
     * @return by wire name, the permission each asks for; an empty one means that the command itself looks at who asks
     */
    Map<String, String> known();
}
