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

/** {@code patchbay:feature-update}. */
@Service
@Command(
        scope = "patchbay",
        name = "feature-update",
        description = "Puts another version of a feature in place of the installed one")
public final class FeatureUpdate implements Action {
    @Argument(index = 0, name = "feature", description = "The feature", required = true)
    private String feature = "";

    @Option(name = "--version", description = "Which version; the newest if left out")
    private String version = "";

    @Option(name = "--drain", description = "Takes no new contacts and waits so many seconds for the running ones")
    private int drainSeconds = -1;

    @Option(name = "--end", description = "Ends running contacts at once")
    private boolean end;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public FeatureUpdate() {}

    @Override
    public Object execute() {
        Optional<String> wanted = Optional.of(version).filter(one -> !one.isEmpty());
        Doing.run(commands, new FeatureCommand.Update(feature, wanted, Doing.drain(drainSeconds, end)));
        System.out.println(feature + " is updated");
        return null;
    }
}
