// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** The figures behind the reports; they and the number of the last entry in them are committed together. */
public final class Projection {
    private final DataSource source;
    private final Function<QueueId, Optional<Duration>> goals;
    private final Function<AgentId, Optional<UnitId>> units;

    /**
     * How far the figures are.
     *
     * @param seq the last entry in them
     * @param at its moment
     */
    public record Checkpoint(long seq, Instant at) {}

    /**
     * Figures in a database whose tables are there.
     *
     * @param source the database
     * @param goals within which wait an answer is in time, as the queue says now
     * @param units the unit of an agent, if he is known
     */
    public Projection(
            DataSource source, Function<QueueId, Optional<Duration>> goals, Function<AgentId, Optional<UnitId>> units) {
        this.source = source;
        this.goals = goals;
        this.units = units;
    }

    /**
     * How far the figures are.
     *
     * @return the committed checkpoint
     */
    public Checkpoint checkpoint() {
        try (Connection connection = source.getConnection()) {
            return new Sql(connection)
                    .one(
                            "select seq, at_millis from report_checkpoint where id = 1",
                            row -> new Checkpoint(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                    .orElseThrow(() -> new IllegalStateException("report_checkpoint has no row"));
        } catch (SQLException e) {
            throw new IllegalStateException("figures cannot be read", e);
        }
    }

    /**
     * Takes the next entries, all or none. Called by the follower's thread only.
     *
     * @param entries in order; those already taken are skipped
     */
    public void take(List<JournalEntry> entries) {
        long taken = checkpoint().seq();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql sql = new Sql(connection);
                Batch batch = new Batch(sql, goals, units);
                for (JournalEntry entry : entries) {
                    if (entry.seq() > taken) {
                        batch.take(entry);
                    }
                }
                JournalEntry last = entries.get(entries.size() - 1);
                sql.update(
                        "update report_checkpoint set seq = ?, at_millis = ? where id = 1 and seq < ?",
                        last.seq(),
                        last.at().toEpochMilli(),
                        last.seq());
                connection.commit();
            } finally {
                connection.rollback(); // nothing, unless something was thrown
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("figures cannot be written", e);
        }
    }
}
