// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.Readings;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.slot.Ledger;
import io.patchbay.store.Database;
import io.patchbay.store.IdempotencyKeys;
import io.patchbay.store.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The journal in the database: the same code on H2 and PostgreSQL. */
public final class SqlJournal implements Journal, Ledger, AutoCloseable {
    private static final int FOLLOWER_ENTRIES = 1_000;
    private static final long CLOSE_MILLIS = 10_000;

    private final Database database;
    private final RecentLines recent = new RecentLines();
    private final PendingBatches pending = new PendingBatches();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final JournalMeters meters = new JournalMeters();
    private final Owners owners = new Owners();
    private final AutoCloseable outboxWatch;
    private final Thread writer;

    /** Opens the journal on a database whose tables are there. */
    public SqlJournal(Database database, ContentVault vault, IdempotencyKeys keys, Outbox outbox) {
        this.database = database;
        JournalTable.Head head = query(JournalTable::head);
        recent.begin(head.seq());
        outboxWatch = outbox.onWrite(pending::outboxWritten);
        writer = new Thread(
                new JournalWriter(database, vault, keys, outbox, recent, pending, meters, owners, head),
                "patchbay-journal-1");
        writer.start();
    }

    @Override
    public CompletionStage<Long> append(List<JournalDraft> drafts) {
        return append(new Batch(drafts, Optional.empty()));
    }

    @Override
    public CompletionStage<Long> append(Batch batch) {
        return pending.add(batch);
    }

    @Override
    public void owned(InteractionId interaction, long epoch) {
        owners.owned(interaction, epoch);
    }

    @Override
    public Optional<String> overloaded() {
        return pending.overloaded();
    }

    @Override
    public List<JournalEntry> read(long after, int limit) {
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("limit must be 1 to 10000 but is " + limit);
        }
        return recent.after(after, limit)
                .orElseGet(() -> entries(query(connection -> JournalTable.after(connection, after, limit))));
    }

    @Override
    public List<JournalEntry> of(Collection<InteractionId> interactions) {
        return entries(query(connection -> JournalTable.of(connection, interactions)));
    }

    @Override
    public List<JournalEntry> of(ConversationId conversation) {
        return entries(query(connection -> JournalTable.of(connection, conversation)));
    }

    private static List<JournalEntry> entries(List<Line> lines) {
        return lines.stream().map(Line::entry).toList();
    }

    @Override
    public long head() {
        return recent.head();
    }

    @Override
    public Watch follow(String name, long after, Consumer<List<JournalEntry>> listener) {
        Follower follower =
                new Follower(name, after, recent, position -> read(position, FOLLOWER_ENTRIES), listener).start();
        followers.add(follower);
        return () -> {
            followers.remove(follower);
            follower.close();
        };
    }

    /** How many entries each follower is behind. */
    public Map<String, Long> behind() {
        long head = head();
        return followers.stream()
                .collect(Collectors.toMap(Follower::name, follower -> head - follower.position(), Math::max));
    }

    /** Followers whose listener fails, with the reason. */
    public Map<String, String> failingFollowers() {
        return followers.stream()
                .filter(follower -> follower.failure().isPresent())
                .collect(Collectors.toMap(
                        Follower::name, follower -> follower.failure().orElse(""), (a, b) -> a));
    }

    /** What {@link #measure} tells. */
    public static List<Meter> meters() {
        return JournalMeters.meters();
    }

    /** Tells the journal's figures. */
    public void measure(Readings readings) {
        meters.measure(this, pending.entries(), readings);
    }

    @Override
    public long firstAltered() {
        try {
            return new ChainCheck().firstAltered(database.dataSource());
        } catch (SQLException e) {
            throw new IllegalStateException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = database.dataSource().getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes what was taken, then stops. */
    @Override
    public void close() {
        closeQuietly(outboxWatch);
        followers.forEach(Follower::close);
        pending.close();
        try {
            writer.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("the outbox does not let go", e);
        }
    }
}
