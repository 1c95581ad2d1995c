// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.access.Scope;
import io.patchbay.settings.api.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:config-plan}. */
@Service
@Command(
        scope = "patchbay",
        name = "config-plan",
        description = "Says what an import of a file would do; nothing is done")
public final class ConfigPlanned implements Action {
    @Argument(index = 0, name = "file", description = "A file of this machine", required = true)
    private String file = "";

    @Option(name = "--remove", description = "Remove what the file does not have, in the parts that it has")
    private boolean remove;

    @Reference
    private ConfigText config;

    /** Made by the shell. */
    public ConfigPlanned() {}

    @Override
    public Object execute() throws IOException {
        return Doing.said(ConfigWords.of(config.plan(Files.readString(Path.of(file)), remove, Scope.system())));
    }
}
