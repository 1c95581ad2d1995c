// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.backup.api.BackupCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:backup}. */
@Service
@Command(
        scope = "patchbay",
        name = "backup",
        description = "Everything in one file, keys included, while Patchbay runs; ./run --restore FILE brings it back")
public final class MakeBackup implements Action {
    @Argument(
            index = 0,
            name = "file",
            description = "Must not exist; if left out, one in HOME/backups named after the time")
    private String file = "";

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public MakeBackup() {}

    @Override
    public Object execute() {
        Optional<Path> path = Optional.of(file).filter(name -> !name.isEmpty()).map(Path::of);
        Map<String, Object> made = Doing.run(commands, new BackupCommand.Make(path));
        return Doing.said(
                "Backup " + made.get("file") + ": " + made.get("bytes") + " bytes, " + made.get("rows") + " rows, "
                        + made.get("entries") + " journal entries, " + made.get("files")
                        + " files. It holds the keys: keep it safe");
    }
}
