// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.store.json.CanonicalJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whether the newest snapshot is what its entries add up to; fed with all entries from the first on. */
public final class SnapshotProof {
    private final OpenState state = new OpenState(Snapshot.empty());
    private final long seq;
    private final String body;
    private String right = "";
    private boolean unreadable;

    private SnapshotProof(long seq, String body) {
        this.seq = seq;
        this.body = body;
    }

    /** Reads the snapshot; empty if there is none. */
    public static Optional<SnapshotProof> of(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select seq, body from core_snapshot order by seq desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new SnapshotProof(row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    /** Takes the next entries. */
    public void take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry.seq() <= seq) {
                take(entry);
            }
            if (entry.seq() == seq) {
                right = content(state.snapshot());
            }
        }
    }

    /** The chain names an entry that was altered so that it cannot be read. */
    private void take(JournalEntry entry) {
        try {
            state.take(List.of(entry));
        } catch (RuntimeException altered) {
            unreadable = true;
        }
    }

    /** Sets have no order: they are compared as such. */
    private static String content(Snapshot snapshot) {
        return new java.util.TreeSet<>(
                        snapshot.open().stream().map(Object::toString).toList())
                + new java.util.TreeMap<>(snapshot.numbers()).toString()
                + new java.util.TreeMap<>(snapshot.agents().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                one -> one.getKey().value(),
                                one -> one.getValue().toString())));
    }

    /** Whether it fits, after the last entry; it cannot be held against entries that cannot be read. */
    public boolean fits() {
        if (unreadable) {
            return true;
        }
        try {
            return content(Snapshot.read(seq, CanonicalJson.read(body))).equals(right);
        } catch (RuntimeException unreadable) { // whatever was written there
            return false;
        }
    }

    /** Which snapshot it is. */
    public String id() {
        return Long.toString(seq);
    }
}
