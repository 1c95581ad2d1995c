// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.KeyRotation;
import io.patchbay.store.copy.CopyFailed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Does what takes long on a thread of its own, one after the other; who asked for it is in the trace first. */
@Component(service = BackupWork.class)
public final class BackupWork {
    private static final long IDLE_SECONDS = 10;

    private final Journal journal;
    private final ExecutorService worker;

    @Activate
    public BackupWork(@Reference Journal journal) {
        this.journal = journal;
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "patchbay-backup"));
        one.allowCoreThreadTimeOut(true);
        worker = one;
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    CompletionStage<CommandResult> run(
            Actor actor, String event, Map<String, Object> body, Supplier<Map<String, Object>> work) {
        JournalDraft draft = JournalDraft.act(Instant.now(), event, actor, UnitId.ROOT, body);
        return journal.append(List.of(draft))
                .thenCompose(seq -> CompletableFuture.supplyAsync(() -> result(work), worker));
    }

    private static CommandResult result(Supplier<Map<String, Object>> work) {
        try {
            return new CommandResult.Done(work.get());
        } catch (CopyFailed e) {
            return new CommandResult.Refused(CommandResult.Kind.CONFLICT, e.problem());
        } catch (KeyRotation.Refused e) {
            return new CommandResult.Refused(CommandResult.Kind.CONFLICT, e.problem());
        }
    }
}
