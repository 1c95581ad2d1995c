// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import io.patchbay.store.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes a snapshot of the open state every 60 s or 50,000 entries, so that a start never reads the whole journal. */
public final class Snapshots implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final long ENTRIES = 50_000;

    private final OpenState state;
    private final SnapshotTable table;
    private final InstantSource clock;
    private final Watch following;
    private Instant lastAt;
    private long lastSeq;

    Snapshots(OpenState state, Journal journal, Database database, InstantSource clock) {
        this.state = state;
        this.table = new SnapshotTable(database);
        this.clock = clock;
        this.lastAt = clock.instant();
        this.lastSeq = state.seq();
        this.following = journal.follow("snapshots", state.seq(), this::take);
    }

    private void take(List<JournalEntry> entries) {
        if (entries.get(0).seq() > state.seq()) {
            state.take(entries);
        }
        Instant now = clock.instant();
        if (state.seq() - lastSeq >= ENTRIES || Duration.between(lastAt, now).compareTo(EVERY) >= 0) {
            write(now);
        }
    }

    private void write(Instant now) {
        Snapshot snapshot = state.snapshot();
        try {
            table.keep(snapshot, now);
        } catch (SQLException e) {
            throw new IllegalStateException("the snapshot cannot be written: " + e.getMessage(), e);
        }
        lastAt = now;
        lastSeq = snapshot.seq();
    }

    @Override
    public void close() {
        following.close();
    }
}
