// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Runs a command for the shell and tells what came of it; a refusal fails with its words. */
final class Doing {
    private static final Actor SHELL = new Actor.Part("shell");

    private Doing() {}

    static Map<String, Object> run(Commands commands, Command command) {
        CommandResult result =
                commands.execute(SHELL, command, "").toCompletableFuture().join();
        if (result instanceof CommandResult.Refused refused) {
            throw new IllegalStateException(refused.problem().english());
        }
        return result instanceof CommandResult.Done done ? done.result() : Map.of();
    }

    /** Shows what came of it; a returned text would be seen by an interactive shell only. */
    static Object said(String words) {
        System.out.println(words);
        return null;
    }

    /** What becomes of running contacts: nothing was said, so many seconds, or an end at once. */
    static Optional<Duration> drain(int seconds, boolean end) {
        return end
                ? Optional.of(Duration.ZERO)
                : Optional.of(seconds).filter(one -> one >= 0).map(Duration::ofSeconds);
    }
}
