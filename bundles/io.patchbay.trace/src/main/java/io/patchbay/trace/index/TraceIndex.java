// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.trace.api.TraceQuestion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The trace in its table: a projection of the journal whose checkpoint moves in the transaction of its rows. */
public final class TraceIndex implements Trace {
    private final DataSource source;
    private final Journal journal;
    private final ContentVault vault;
    private final Acts acts;

    /** An index in a database whose tables are there. */
    public TraceIndex(DataSource source, Journal journal, ContentVault vault) {
        this.source = source;
        this.journal = journal;
        this.vault = vault;
        this.acts = new Acts(vault);
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = source.getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the trace cannot be read: " + e.getMessage(), e);
        }
    }

    /** The last entry taken. */
    public long checkpoint() {
        return query(TraceTable::checkpoint);
    }

    /** Takes the next entries, all or none; those already taken are skipped. Called by the follower's thread only. */
    public void take(List<JournalEntry> entries) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long taken = TraceTable.checkpoint(connection);
                TraceTable.insert(
                        connection,
                        entries.stream()
                                .filter(entry -> entry.seq() > taken)
                                .flatMap(entry -> acts.row(entry).stream())
                                .toList());
                TraceTable.move(connection, entries.get(entries.size() - 1).seq());
                connection.commit();
            } finally {
                connection.rollback(); // nothing, unless something was thrown
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the trace cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public List<TraceLine> find(Scope scope, TraceQuestion question) {
        if (!scope.may(SEE)) {
            return List.of();
        }
        Where where = new Where(scope, question, acts);
        return query(connection -> TraceTable.find(connection, where.sql(), where.values())).stream()
                .map(TraceIndex::line)
                .toList();
    }

    private static TraceLine line(Acts.Row row) {
        return new TraceLine(
                row.seq(),
                Instant.ofEpochMilli(row.at()),
                row.type(),
                row.who(),
                row.person(),
                row.interaction(),
                new UnitId(row.unit()),
                row.origin(),
                row.refused());
    }

    @Override
    public Optional<JournalEntry> entry(Scope scope, long seq) {
        if (!scope.may(SEE) || seq < 1) {
            return Optional.empty();
        }
        return journal.read(seq - 1, 1).stream()
                .filter(entry -> entry.seq() == seq && sees(scope, entry.unit()))
                .filter(entry -> acts.row(entry).isPresent())
                .findFirst();
    }

    private static boolean sees(Scope scope, UnitId unit) {
        return scope.everywhere() || scope.units(SEE).contains(unit);
    }

    @Override
    public Optional<String> open(Scope scope, SealedPart part) {
        return scope.may(SEE) && scope.may(Permissions.UNMASKED) ? vault.open(part) : Optional.empty();
    }

    @Override
    public long behind() {
        return Math.max(0, journal.head() - checkpoint());
    }
}
