// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigText;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:config-points}. */
@Service
@Command(
        scope = "patchbay",
        name = "config-points",
        description = "Lists the restore points of the configuration, newest first")
public final class ConfigPoints implements Action {
    @Reference
    private ConfigText config;

    @Option(name = "--keep", description = "Keeps one now, with this note")
    private String note = "";

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public ConfigPoints() {}

    @Override
    public Object execute() {
        if (!note.isEmpty()) {
            Doing.run(commands, new ConfigCommand.KeepPoint(note));
        }
        StringBuilder text = new StringBuilder();
        config.points().forEach(point -> text.append(point.name())
                .append("  ")
                .append(point.bytes())
                .append(" bytes\n"));
        return Doing.said(
                text.isEmpty() ? "There are no restore points" : text.toString().stripTrailing());
    }
}
