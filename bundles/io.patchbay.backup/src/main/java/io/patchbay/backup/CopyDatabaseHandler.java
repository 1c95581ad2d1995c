// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.backup.api.BackupCommand;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.copy.Copied;
import io.patchbay.store.copy.CopyTarget;
import io.patchbay.store.copy.DatabaseCopies;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code database.copy}. */
@Component(service = CommandHandler.class)
public final class CopyDatabaseHandler implements CommandHandler<BackupCommand.CopyDatabase> {
    private final DatabaseCopies copies;
    private final BackupWork work;

    @Activate
    public CopyDatabaseHandler(@Reference DatabaseCopies copies, @Reference BackupWork work) {
        this.copies = copies;
        this.work = work;
    }

    @Override
    public Class<BackupCommand.CopyDatabase> type() {
        return BackupCommand.CopyDatabase.class;
    }

    @Override
    public String name() {
        return "database.copy";
    }

    @Override
    public String permission() {
        return BackupCommand.PERMISSION;
    }

    @Override
    public BackupCommand.CopyDatabase read(Map<String, Object> body) {
        return new BackupCommand.CopyDatabase(
                url(body.get("url")),
                text(body, "user", "patchbay"),
                text(body, "password", ""),
                Boolean.TRUE.equals(body.get("goOver")));
    }

    private static String url(Object value) {
        if (value instanceof String url && url.matches("jdbc:(postgresql|h2):\\S+")) {
            return url;
        }
        throw new IllegalArgumentException(
                "the field \"url\" must be jdbc:postgresql://HOST:5432/DATABASE or jdbc:h2:file:PATH but is \"" + value
                        + "\"");
    }

    private static String text(Map<String, Object> body, String field, String otherwise) {
        return body.get(field) == null ? otherwise : String.valueOf(body.get(field));
    }

    @Override
    public CompletionStage<CommandResult> handle(
            Actor actor, BackupCommand.CopyDatabase command, String idempotencyKey) {
        CopyTarget target = new CopyTarget(url(command.url()), command.user(), command.password());
        return work.run(actor, "database.copying", Map.of("target", target.toString()), () -> {
            Copied copied = command.goOver() ? copies.goOver(target) : copies.copy(target);
            return Map.of("tables", copied.tables(), "rows", copied.rows(), "entries", copied.head());
        });
    }
}
