// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.api.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:config-diff}. */
@Service
@Command(
        scope = "patchbay",
        name = "config-diff",
        description = "Says what differs between a file and the system, or between two files")
public final class ConfigDiff implements Action {
    @Argument(index = 0, name = "file", description = "A file of this machine", required = true)
    private String file = "";

    @Argument(index = 1, name = "other", description = "A second file; the system if left out")
    private String other = "";

    @Reference
    private ConfigText config;

    /** Made by the shell. */
    public ConfigDiff() {}

    @Override
    public Object execute() throws IOException {
        String first = Files.readString(Path.of(file));
        ConfigPlan difference = other.isEmpty()
                ? config.compare(config.export(), first)
                : config.compare(first, Files.readString(Path.of(other)));
        return Doing.said(ConfigWords.of(difference));
    }
}
