// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.seed;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import java.util.concurrent.locks.LockSupport;

/** Commands that are tried until their handlers are there; may wait. */
public final class Errands {
    /** As whom the town does what nobody of it could. */
    public static final Actor DEMO = new Actor.Part("demo");

    private static final int TRIES = 300;
    private static final long PAUSE_NANOS = 200_000_000;

    private final Commands commands;

    public Errands(Commands commands) {
        this.commands = commands;
    }

    /** Runs one; at a start, handlers and what a command names come one after the other. */
    public void run(Command command) {
        CommandResult result = execute(command);
        for (int i = 0; i < TRIES && result instanceof CommandResult.Refused; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("stopped while preparing the town");
            }
            result = execute(command);
        }
        if (result instanceof CommandResult.Refused refused) {
            throw new IllegalStateException(command + ": " + refused.problem().english());
        }
    }

    private CommandResult execute(Command command) {
        return commands.execute(DEMO, command, "").toCompletableFuture().join();
    }
}
