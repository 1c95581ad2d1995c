// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;

/** Runs a command for the shell; a refusal fails with its words. */
final class Doing {
    private static final Actor SHELL = new Actor.Part("shell");

    private Doing() {}

    static void run(Commands commands, Command command) {
        CommandResult result =
                commands.execute(SHELL, command, "").toCompletableFuture().join();
        if (result instanceof CommandResult.Refused refused) {
            throw new IllegalStateException(refused.problem().english());
        }
    }
}
