// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sums of a queue's figures; the derived ones are made of the sums, so that rows and totals agree. */
final class QueueSums {
    static final String SELECT = "select quarter, queue, channel, offered, answered, in_time, abandoned, wait_millis,"
            + " handle_millis from report_queue_quarter";

    private long offered;
    private long answered;
    private long inTime;
    private long abandoned;
    private long waitMillis;
    private long handleMillis;

    /** One row of {@link #SELECT}. */
    record Row(long quarter, String queue, String channel, QueueSums sums) {
        static Row read(ResultSet row) throws SQLException {
            QueueSums sums = new QueueSums();
            sums.offered = row.getLong(4);
            sums.answered = row.getLong(5);
            sums.inTime = row.getLong(6);
            sums.abandoned = row.getLong(7);
            sums.waitMillis = row.getLong(8);
            sums.handleMillis = row.getLong(9);
            return new Row(row.getLong(1), row.getString(2), row.getString(3), sums);
        }
    }

    QueueSums add(QueueSums more) {
        offered += more.offered;
        answered += more.answered;
        inTime += more.inTime;
        abandoned += more.abandoned;
        waitMillis += more.waitMillis;
        handleMillis += more.handleMillis;
        return this;
    }

    long offered() {
        return offered;
    }

    long answered() {
        return answered;
    }

    long inTime() {
        return inTime;
    }

    long abandoned() {
        return abandoned;
    }

    /** Moved on, ended by us, or still waiting. */
    long other() {
        return offered - answered - abandoned;
    }

    /** A share, or {@code Optional.empty()} while nothing is decided. */
    Object serviceLevel() {
        return share(inTime, answered + abandoned);
    }

    Object averageWait() {
        return seconds(waitMillis, answered);
    }

    Object averageHandle() {
        return seconds(handleMillis, answered);
    }

    private static Object share(long part, long all) {
        return all == 0 ? Optional.empty() : (Object) (part / (double) all);
    }

    private static Object seconds(long millis, long count) {
        return count == 0 ? Optional.empty() : (Object) Math.round(millis / 1000.0 / count);
    }
}
