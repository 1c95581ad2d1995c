// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.settings.api.FileCommand;
import io.patchbay.settings.config.HomeFiles;
import io.patchbay.store.Home;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Changes files of the home, one at a time, and tells the journal what they were and are, without secrets. */
@Component(service = FileDesk.class)
public final class FileDesk {
    private final Transactions transactions;
    private final Outbox outbox;
    private final HomeFiles files;
    private final InstantSource clock = InstantSource.system();
    private final Workshop workshop = new Workshop("files");

    @Activate
    public FileDesk(
            @Reference(target = "(osgi.unit.name=settings)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Home home) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.files = new HomeFiles(home.root());
    }

    @Deactivate
    void close() {
        workshop.close();
    }

    ExecutorService worker() {
        return workshop.worker();
    }

    /** Waits for the disk and the database. */
    synchronized CommandResult carryOut(Actor actor, FileCommand command, String key) {
        Optional<String> before = files.shown(command.file());
        if (command instanceof FileCommand.SaveFile save) {
            files.save(save.file(), save.text());
            tell(actor, "file.saved", command.file(), before, files.shown(command.file()), key);
        } else if (before.isEmpty()) {
            return new CommandResult.Refused(
                    CommandResult.Kind.NOT_FOUND,
                    Problem.of("unknown-file", "There is no file {0}.", "没有文件 {0}。", command.file()));
        } else {
            files.remove(command.file());
            tell(actor, "file.removed", command.file(), before, Optional.empty(), key);
        }
        return new CommandResult.Done();
    }

    private void tell(
            Actor actor, String type, String file, Optional<String> before, Optional<String> after, String key) {
        Map<String, Object> body = Map.of("file", file, "before", part(before), "after", part(after));
        transactions.run(em ->
                outbox.write(em, JournalDraft.act(clock.instant(), type, actor, UnitId.ROOT, body), key, Map.of()));
    }

    private static Map<String, Object> part(Optional<String> text) {
        return text.<Map<String, Object>>map(words -> Map.of("text", words)).orElse(Map.of());
    }
}
