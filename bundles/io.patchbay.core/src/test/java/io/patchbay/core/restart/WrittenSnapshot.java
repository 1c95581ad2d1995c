// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.api.journal.Journal;
import io.patchbay.store.Database;
import java.sql.SQLException;
import java.time.Instant;

/** Writes the snapshot of a journal's end, as the core does once a minute. */
public final class WrittenSnapshot {
    private WrittenSnapshot() {}

    public static void of(Journal journal, Database database) throws SQLException {
        OpenState state = new OpenState(Snapshot.empty());
        state.take(journal.read(0, 10_000));
        new SnapshotTable(database).keep(state.snapshot(), Instant.EPOCH);
    }
}
