// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.backup.api.BackupCommand;
import io.patchbay.backup.archive.Backup;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.Home;
import io.patchbay.store.copy.DatabaseCopies;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code backup.make}. */
@Component(service = CommandHandler.class)
public final class MakeBackupHandler implements CommandHandler<BackupCommand.Make> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'patchbay-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private final Home home;
    private final DatabaseCopies copies;
    private final BackupWork work;

    @Activate
    public MakeBackupHandler(@Reference Home home, @Reference DatabaseCopies copies, @Reference BackupWork work) {
        this.home = home;
        this.copies = copies;
        this.work = work;
    }

    @Override
    public Class<BackupCommand.Make> type() {
        return BackupCommand.Make.class;
    }

    @Override
    public String name() {
        return "backup.make";
    }

    @Override
    public String permission() {
        return BackupCommand.PERMISSION;
    }

    private Path folder() {
        return home.root().resolve("backups");
    }

    @Override
    public BackupCommand.Make read(Map<String, Object> body) {
        Object name = body.get("file");
        if (name == null) {
            return new BackupCommand.Make(Optional.empty());
        } else if (name instanceof String text && text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            return new BackupCommand.Make(Optional.of(folder().resolve(text)));
        }
        throw new IllegalArgumentException(
                "the field \"file\" must be a name of letters, digits, '.', '_' and '-' but is \"" + name + "\"");
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, BackupCommand.Make command, String idempotencyKey) {
        Path file = home.root().resolve(command.file().orElseGet(() -> folder().resolve(NAME.format(Instant.now()))));
        return work.run(actor, "backup.begun", Map.of("file", file.toString()), () -> new Backup(home, copies)
                .into(file)
                .json());
    }
}
