// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.ConfigCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:config-export}. */
@Service
@Command(
        scope = "patchbay",
        name = "config-export",
        description = "Writes the configuration of the centre, without secrets, into a file")
public final class ConfigExport implements Action {
    @Argument(index = 0, name = "file", description = "A file of this machine", required = true)
    private String file = "";

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public ConfigExport() {}

    @Override
    public Object execute() throws IOException {
        String text =
                Doing.run(commands, new ConfigCommand.Export()).get("text").toString();
        Path path = Path.of(file);
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        return Doing.said("Configuration in " + path.toAbsolutePath() + ", "
                + text.lines().count() + " lines");
    }
}
