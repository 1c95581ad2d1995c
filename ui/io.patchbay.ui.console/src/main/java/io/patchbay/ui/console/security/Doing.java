// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import java.util.function.Consumer;

/** Runs a command as the reader and gives its result in the window's thread. */
@FunctionalInterface
public interface Doing {
    void run(Command command, Consumer<CommandResult> then);
}
