// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.backup.api.BackupCommand;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:keys-rotate}. */
@Service
@Command(
        scope = "patchbay",
        name = "keys-rotate",
        description =
                "Puts a new master key in the place of the present one and wraps every key by it, while all goes on")
public final class RotateKeys implements Action {
    @Reference
    private Commands commands;

    /** Made by the shell. */
    public RotateKeys() {}

    @Override
    public Object execute() {
        Map<String, Object> rotated = Doing.run(commands, new BackupCommand.RotateKeys());
        return Doing.said(rotated.get("keys")
                + " keys are wrapped by the new master key. Backups made before open with the key that is in them.");
    }
}
