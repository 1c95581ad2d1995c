// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether the index still says what the journal says: each row is made anew from its entry and compared. */
public final class IndexCheck {
    private static final int ENTRIES = 5_000;

    private final DataSource source;
    private final Journal journal;
    private final Acts acts;

    public IndexCheck(DataSource source, Journal journal, ContentVault vault) {
        this.source = source;
        this.journal = journal;
        this.acts = new Acts(vault);
    }

    /** Numbers of entries whose row is missing, altered, or there without an act; in order. Waits for the database. */
    public List<Long> disagreeing() {
        try (Connection connection = source.getConnection()) {
            List<Long> found = new ArrayList<>();
            long upTo = TraceTable.checkpoint(connection);
            long after = 0;
            while (after < upTo) {
                List<JournalEntry> entries = journal.read(after, ENTRIES).stream()
                        .filter(entry -> entry.seq() <= upTo)
                        .toList();
                if (entries.isEmpty()) {
                    break;
                }
                long last = entries.get(entries.size() - 1).seq();
                compare(entries, TraceTable.between(connection, after, last), found);
                after = last;
            }
            TraceTable.between(connection, after, Long.MAX_VALUE).forEach(row -> found.add(row.seq()));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the trace cannot be read: " + e.getMessage(), e);
        }
    }

    /** An account that was erased since is no longer known to be the one that was hashed: it is left out. */
    private void compare(List<JournalEntry> entries, List<Acts.Row> rows, List<Long> found) {
        Map<Long, Acts.Row> kept = new HashMap<>();
        rows.forEach(row -> kept.put(row.seq(), row));
        for (JournalEntry entry : entries) {
            Optional<Acts.Row> right = acts.row(entry);
            Optional<Acts.Row> there = Optional.ofNullable(kept.get(entry.seq()));
            boolean erased = right.isPresent() && right.get().account().isEmpty();
            if (!(erased ? there.map(Acts.Row::withoutAccount) : there).equals(right)) {
                found.add(entry.seq());
            }
        }
    }
}
