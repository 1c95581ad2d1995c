// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.ConfigCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:config-import}. */
@Service
@Command(
        scope = "patchbay",
        name = "config-import",
        description = "Makes the configuration as a file says; a restore point is kept first")
public final class ConfigImport implements Action {
    @Argument(index = 0, name = "file", description = "A file of this machine", required = true)
    private String file = "";

    @Option(name = "--remove", description = "Remove what the file does not have, in the parts that it has")
    private boolean remove;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public ConfigImport() {}

    @Override
    public Object execute() throws IOException {
        String text = Files.readString(Path.of(file));
        return Doing.said(ConfigWords.of(Doing.run(commands, new ConfigCommand.Import(text, remove))));
    }
}
