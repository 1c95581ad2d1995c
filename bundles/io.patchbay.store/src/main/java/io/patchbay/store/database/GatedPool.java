// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A pool with a gate: closed, it gives no connection, and opens only when all are back. */
final class GatedPool extends HikariDataSource {
    private static final int EVERYBODY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final Semaphore gate = new Semaphore(EVERYBODY, true);
    private final long waitMillis;
    private volatile boolean left;

    GatedPool(HikariConfig config) {
        super(config);
        waitMillis = config.getConnectionTimeout();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!enter()) {
            throw new SQLTransientConnectionException("the database is being copied");
        }
        try {
            if (left) {
                throw new SQLTransientConnectionException("this database was left for another one");
            }
            return super.getConnection();
        } finally {
            gate.release();
        }
    }

    private boolean enter() throws SQLException {
        try {
            return gate.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", e);
        }
    }

    PooledDatabase.Hold hold() throws SQLException {
        gate.acquireUninterruptibly(EVERYBODY);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (getHikariPoolMXBean().getActiveConnections() > 0) {
            if (System.nanoTime() > limit) {
                gate.release(EVERYBODY);
                throw new SQLTransientConnectionException(
                        "somebody keeps a connection for longer than " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return new Closed();
    }

    private final class Closed implements PooledDatabase.Hold {
        @Override
        public void forGood() {
            left = true;
        }

        @Override
        public void close() {
            gate.release(EVERYBODY);
        }
    }
}
