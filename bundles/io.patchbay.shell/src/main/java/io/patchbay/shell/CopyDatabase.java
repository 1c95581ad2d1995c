// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.backup.api.BackupCommand;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:database-copy}. */
@Service
@Command(
        scope = "patchbay",
        name = "database-copy",
        description =
                "Copies every row into another database, compares, checks the journal's chain there; may go over to it")
public final class CopyDatabase implements Action {
    @Argument(
            index = 0,
            name = "url",
            description = "jdbc:postgresql://HOST:5432/DATABASE, empty or an earlier copy",
            required = true)
    private String url = "";

    @Option(name = "--user", description = "Who connects there")
    private String user = "patchbay";

    @Option(
            name = "--password",
            description = "His password; ${env:NAME} in quotes is a variable of Patchbay's environment")
    private String password = "";

    @Option(name = "--go-over", description = "Patchbay works on the copy from then on")
    private boolean goOver;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public CopyDatabase() {}

    @Override
    public Object execute() {
        Map<String, Object> copied = Doing.run(commands, new BackupCommand.CopyDatabase(url, user, password, goOver));
        return Doing.said(
                copied.get("tables") + " tables, " + copied.get("rows") + " rows, " + copied.get("entries")
                        + " journal entries: every row compared, the chain is whole. "
                        + (goOver
                                ? "Patchbay goes over to it now; etc/io.patchbay.store.cfg names it"
                                : "What comes from now on is not in it: run this again with --go-over to take the rest and go over"));
    }
}
