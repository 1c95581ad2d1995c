// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Asks the database again and again; it is dead if it refuses, and already while it owes an answer for too long. One
 * thread probes, any thread reads.
 */
public final class DatabaseProbe implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final LongSupplier nanos;
    private volatile long askedAt;
    private volatile boolean asking;
    private volatile String refused = "";

    /** Over a database; nothing is asked yet. */
    public DatabaseProbe(Database database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
    }

    /** Asks once; waits for the answer. */
    @Override
    public void run() {
        askedAt = nanos.getAsLong();
        asking = true;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) PATIENCE.toSeconds());
            try {
                statement.execute("select 1");
            } finally {
                statement.setQueryTimeout(0); // H2 keeps it for the connection, and whoever borrows it next
            }
            refused = "";
        } catch (SQLException e) {
            refused = String.valueOf(e.getMessage());
        } finally {
            asking = false;
        }
    }

    /** How it is. */
    public Health health() {
        if (asking && nanos.getAsLong() - askedAt > PATIENCE.toNanos()) {
            return down("no answer for " + PATIENCE.toSeconds() + " s");
        }
        return refused.isEmpty() ? new Health("database", Level.UP, Optional.empty()) : down(refused);
    }

    private static Health down(String why) {
        return new Health(
                "database",
                Level.DOWN,
                Optional.of(Problem.of(
                        "database-dead",
                        "The database does not answer: {0}. Running calls go on, new contacts are refused, texts stay"
                                + " unacknowledged. Start it, or check url, user and password in etc/io.patchbay.store.cfg.",
                        "数据库无响应：{0}。进行中的通话不受影响，新联系被拒绝，文本消息暂不确认。请启动数据库，或检查 etc/io.patchbay.store.cfg 中的 url、user 和 password。",
                        why)));
    }
}
