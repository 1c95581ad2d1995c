// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.camel.api.DeadLetter;
import io.patchbay.camel.api.Routes;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code patchbay:dead-letters}: the newest hundred. */
@Service
@Command(scope = "patchbay", name = "dead-letters", description = "Lists the newest dead letters")
public final class DeadLetterList implements Action {
    private static final int NEWEST = 100;

    @Reference
    private Routes routes;

    /** Made by the shell. */
    public DeadLetterList() {}

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("There are no dead letters");
        for (String head : new String[] {"Id", "At", "Context", "Route", "Replays", "Reason"}) {
            table.column(head);
        }
        for (DeadLetter letter : routes.deadLetters(NEWEST)) {
            table.addRow()
                    .addContent(
                            letter.id(),
                            letter.at(),
                            letter.context(),
                            letter.route(),
                            letter.replays(),
                            letter.reason());
        }
        table.print(System.out);
        return null;
    }
}
