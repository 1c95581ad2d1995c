// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Figures of queues by the quarter-hour in which a contact entered the queue. A stay is one time of waiting: a contact
 * that is moved on waits again and counts again. Inside one transaction.
 */
final class QueueFigures {
    private final Sql sql;

    /** Where a figure belongs. */
    record Bucket(long quarter, String queue, String channel, String unit) {}

    /** A contact waits. */
    record Stay(Bucket bucket, long enteredAt) {}

    QueueFigures(Sql sql) {
        this.sql = sql;
    }

    Optional<Stay> stay(String interaction) throws SQLException {
        return sql.one(
                "select queue, channel, unit, entered_at from report_stay where interaction = ?",
                row -> new Stay(
                        new Bucket(Quarters.of(row.getLong(4)), row.getString(1), row.getString(2), row.getString(3)),
                        row.getLong(4)),
                interaction);
    }

    void enter(String interaction, String queue, String channel, String unit, long at) throws SQLException {
        sql.update(
                "insert into report_stay (interaction, queue, channel, unit, entered_at) values (?, ?, ?, ?, ?)",
                interaction,
                queue,
                channel,
                unit,
                at);
        add(new Bucket(Quarters.of(at), queue, channel, unit), "offered", 1);
    }

    void leave(String interaction) throws SQLException {
        sql.update("delete from report_stay where interaction = ?", interaction);
    }

    void add(Bucket bucket, String column, long amount) throws SQLException {
        if (sql.update(
                        "update report_queue_quarter set " + column + " = " + column
                                + " + ? where quarter = ? and queue = ? and channel = ? and unit = ?",
                        amount,
                        bucket.quarter,
                        bucket.queue,
                        bucket.channel,
                        bucket.unit)
                == 0) {
            sql.update(
                    "insert into report_queue_quarter (quarter, queue, channel, unit, " + column
                            + ") values (?, ?, ?, ?, ?)",
                    bucket.quarter,
                    bucket.queue,
                    bucket.channel,
                    bucket.unit,
                    amount);
        }
    }
}
