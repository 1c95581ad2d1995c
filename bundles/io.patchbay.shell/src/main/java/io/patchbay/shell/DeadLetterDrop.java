// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.camel.api.RouteCommand;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:dead-letter-drop}. */
@Service
@Command(
        scope = "patchbay",
        name = "dead-letter-drop",
        description = "Takes a dead letter off the list and destroys its content")
public final class DeadLetterDrop implements Action {
    @Argument(index = 0, name = "id", description = "Its number in patchbay:dead-letters", required = true)
    private long id;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public DeadLetterDrop() {}

    @Override
    public Object execute() {
        Doing.run(commands, new RouteCommand.Drop(id));
        return Doing.said("Dead letter " + id + " is dropped");
    }
}
