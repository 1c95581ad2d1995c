// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.provision.api.FeatureCommand;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:feature-install}. */
@Service
@Command(scope = "patchbay", name = "feature-install", description = "Installs a feature")
public final class FeatureInstall implements Action {
    @Argument(index = 0, name = "feature", description = "The feature", required = true)
    private String feature = "";

    @Option(name = "--version", description = "Which version; the newest if left out")
    private String version = "";

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public FeatureInstall() {}

    @Override
    public Object execute() {
        Doing.run(
                commands,
                new FeatureCommand.Install(feature, Optional.of(version).filter(one -> !one.isEmpty())));
        System.out.println(feature + " is installed");
        return null;
    }
}
