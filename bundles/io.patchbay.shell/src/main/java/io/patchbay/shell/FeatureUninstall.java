// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.provision.api.FeatureCommand;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:feature-uninstall}: with running contacts only if told what becomes of them. */
@Service
@Command(
        scope = "patchbay",
        name = "feature-uninstall",
        description = "Uninstalls a feature; with running contacts (calls) only if told what becomes of them")
public final class FeatureUninstall implements Action {
    @Argument(index = 0, name = "feature", description = "The feature", required = true)
    private String feature = "";

    @Option(name = "--drain", description = "Takes no new contacts and waits so many seconds for the running ones")
    private int drainSeconds = -1;

    @Option(name = "--end", description = "Ends running contacts at once")
    private boolean end;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public FeatureUninstall() {}

    @Override
    public Object execute() {
        long ended = (long) Doing.run(commands, new FeatureCommand.Uninstall(feature, Doing.drain(drainSeconds, end)))
                .getOrDefault("ended", 0L);
        System.out.println(feature + " is uninstalled; "
                + (ended == 0
                        ? "nothing was cut off"
                        : ended + (ended == 1 ? " contact was" : " contacts were") + " ended"));
        return null;
    }
}
