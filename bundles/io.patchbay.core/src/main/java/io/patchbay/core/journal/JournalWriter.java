// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.slot.Ledger;
import io.patchbay.store.Database;
import io.patchbay.store.IdempotencyKeys;
import io.patchbay.store.Outbox;
import io.patchbay.store.json.SealedBody;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a node: takes what waits, commits it as a group, then tells. While the database is away it tries
 * on.
 */
final class JournalWriter implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
    private static final int OUTBOX_ROWS = 500;

    private final Database database;
    private final ContentVault vault;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final RecentLines recent;
    private final PendingBatches pending;
    private final JournalMeters meters;
    private final Owners owners;
    private JournalTable.Head head;

    JournalWriter(
            Database database,
            ContentVault vault,
            IdempotencyKeys keys,
            Outbox outbox,
            RecentLines recent,
            PendingBatches pending,
            JournalMeters meters,
            Owners owners,
            JournalTable.Head head) {
        this.database = database;
        this.vault = vault;
        this.keys = keys;
        this.outbox = outbox;
        this.recent = recent;
        this.pending = pending;
        this.meters = meters;
        this.owners = owners;
        this.head = head;
    }

    /** A batch and who waits for it. */
    record Waiting(Ledger.Batch batch, CompletableFuture<Long> done, long sinceNanos) {}

    private record Group(List<Line> lines, List<Long> ends, List<Long> outboxIds) {}

    @Override
    public void run() {
        try {
            PendingBatches.Work work = pending.take();
            while (!work.over()) {
                commit(admitted(work));
                work = pending.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without the batches of those who no longer own what they wrote of. */
    private PendingBatches.Work admitted(PendingBatches.Work work) {
        List<Waiting> admitted = new ArrayList<>(work.batches().size());
        for (Waiting waiting : work.batches()) {
            Optional<StaleOwnerException> refusal =
                    owners.refusal(waiting.batch().drafts());
            if (refusal.isPresent()) {
                log.error("Journal: refused, {}", refusal.get().getMessage());
                waiting.done().completeExceptionally(refusal.get());
            } else {
                admitted.add(waiting);
            }
        }
        return new PendingBatches.Work(admitted, work.outbox());
    }

    /** Tries until the group is in; only drafts that the database can never take are given up, each by itself. */
    private void commit(PendingBatches.Work work) throws InterruptedException {
        while (true) {
            long began = System.nanoTime();
            try {
                Group group = write(work);
                meters.committed(group.lines().size(), began);
                tell(work, group);
                return;
            } catch (SQLException e) {
                if (hopeless(e)) {
                    oneByOne(work, e);
                    return;
                }
                meters.failed();
                pending.failing(e.getMessage());
                log.warn("Journal: the database does not take {} entries, trying on", work.size(), e);
                pending.pause();
            }
        }
    }

    private static boolean hopeless(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("22") || state.startsWith("23");
    }

    private void oneByOne(PendingBatches.Work work, SQLException cause) throws InterruptedException {
        if (work.batches().size() == 1 && !work.outbox()) {
            log.error("Journal: a batch can never be written", cause);
            work.batches().get(0).done().completeExceptionally(cause);
            return;
        }
        for (Waiting waiting : work.batches()) {
            commit(new PendingBatches.Work(List.of(waiting), false));
        }
        if (work.outbox()) {
            pending.outboxWritten();
        }
    }

    private Group write(PendingBatches.Work work) throws SQLException {
        List<Outbox.Row> rows = work.outbox() ? outbox.pending(OUTBOX_ROWS) : List.of();
        List<Line> lines = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (Waiting waiting : work.batches()) {
            waiting.batch().drafts().forEach(draft -> lines.add(next(lines, draft)));
            ends.add(head.seq() + lines.size());
        }
        rows.forEach(row -> lines.add(next(lines, row)));
        List<Long> ids = rows.stream().map(Outbox.Row::id).toList();
        try (Connection transaction = database.dataSource().getConnection()) {
            transaction.setAutoCommit(false);
            try {
                fill(transaction, work, lines, ids);
                transaction.commit();
            } catch (SQLException e) {
                transaction.rollback();
                throw e;
            } finally {
                transaction.setAutoCommit(true);
            }
        }
        database.force();
        if (rows.size() == OUTBOX_ROWS) {
            pending.outboxWritten();
        }
        return new Group(lines, ends, ids);
    }

    private void fill(Connection transaction, PendingBatches.Work work, List<Line> lines, List<Long> outboxIds)
            throws SQLException {
        Set<ContentOwner> owners = new LinkedHashSet<>();
        lines.forEach(line -> line.sealed().stream().map(SealedPart::owner).forEach(owners::add));
        if (!owners.isEmpty()) {
            vault.keepKeys(transaction, owners);
        }
        JournalTable.insert(transaction, lines);
        RemoteContacts.keep(transaction, lines);
        for (Waiting waiting : work.batches()) {
            if (waiting.batch().result().isPresent()) {
                Ledger.KeptResult kept = waiting.batch().result().get();
                keys.keep(transaction, kept.actor(), kept.key(), kept.result(), kept.at());
            }
        }
        if (!outboxIds.isEmpty()) {
            outbox.taken(transaction, outboxIds);
        }
    }

    private void tell(PendingBatches.Work work, Group group) {
        if (!group.lines().isEmpty()) {
            Line last = group.lines().get(group.lines().size() - 1);
            head = new JournalTable.Head(last.seq(), last.hash());
            List<JournalEntry> entries = group.lines().stream().map(Line::entry).toList();
            recent.add(entries);
        }
        pending.working();
        for (int i = 0; i < work.batches().size(); i++) {
            meters.durable(work.batches().get(i).sinceNanos());
            work.batches().get(i).done().complete(group.ends().get(i));
        }
    }

    private String previous(List<Line> lines) {
        return lines.isEmpty() ? head.hash() : lines.get(lines.size() - 1).hash();
    }

    private Line next(List<Line> lines, JournalDraft draft) {
        SealedBody body = SealedBody.of(vault, draft);
        return new Line(
                        head.seq() + lines.size() + 1,
                        draft.at().truncatedTo(ChronoUnit.MILLIS),
                        draft.type(),
                        draft.version(),
                        draft.subject(),
                        draft.actor(),
                        draft.unit(),
                        draft.epoch(),
                        body.json(),
                        body.body(),
                        body.parts(),
                        "")
                .hashed(previous(lines));
    }

    private Line next(List<Line> lines, Outbox.Row row) {
        return new Line(
                        head.seq() + lines.size() + 1,
                        row.at().truncatedTo(ChronoUnit.MILLIS),
                        row.type(),
                        row.version(),
                        row.subject(),
                        row.actor(),
                        row.unit(),
                        row.epoch(),
                        row.body(),
                        io.patchbay.store.json.CanonicalJson.read(row.body()),
                        row.sealed(),
                        "")
                .hashed(previous(lines));
    }
}
