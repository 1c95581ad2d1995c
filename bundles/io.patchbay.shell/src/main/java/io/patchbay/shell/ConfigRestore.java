// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigText;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:config-restore}. */
@Service
@Command(
        scope = "patchbay",
        name = "config-restore",
        description = "Makes the configuration as a restore point says; --plan only says what that would do")
public final class ConfigRestore implements Action {
    @Argument(index = 0, name = "point", description = "Its name, from config-points", required = true)
    private String point = "";

    @Option(name = "--plan", description = "Nothing is done")
    private boolean planned;

    @Reference
    private ConfigText config;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public ConfigRestore() {}

    @Override
    public Object execute() {
        if (!planned) {
            return Doing.said(ConfigWords.of(Doing.run(commands, new ConfigCommand.Restore(point))));
        }
        String text =
                config.point(point).orElseThrow(() -> new IllegalStateException("There is no restore point " + point));
        return Doing.said(ConfigWords.of(config.plan(text, true, Scope.system())));
    }
}
