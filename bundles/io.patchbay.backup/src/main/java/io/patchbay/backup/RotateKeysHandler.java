// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.backup.api.BackupCommand;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.KeyRotation;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code keys.rotate}; beside no backup, which would take keys and rows of different times. */
@Component(service = CommandHandler.class)
public final class RotateKeysHandler implements CommandHandler<BackupCommand.RotateKeys> {
    private final KeyRotation rotation;
    private final BackupWork work;

    @Activate
    public RotateKeysHandler(@Reference KeyRotation rotation, @Reference BackupWork work) {
        this.rotation = rotation;
        this.work = work;
    }

    @Override
    public Class<BackupCommand.RotateKeys> type() {
        return BackupCommand.RotateKeys.class;
    }

    @Override
    public String name() {
        return "keys.rotate";
    }

    @Override
    public String permission() {
        return BackupCommand.PERMISSION;
    }

    @Override
    public BackupCommand.RotateKeys read(Map<String, Object> body) {
        return new BackupCommand.RotateKeys();
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, BackupCommand.RotateKeys command, String idempotencyKey) {
        return work.run(
                actor,
                "keys.rotating",
                Map.of(),
                () -> Map.of("keys", rotation.rotate().keys()));
    }
}
