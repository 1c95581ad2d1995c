// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes the tables of SMS in groups: what comes while the disk works is committed and forced together. Works run in
 * the order given; each answer comes after its work is durable, on the ledger's thread: return at once.
 */
public final class Ledger implements AutoCloseable {
    private static final int LARGEST_GROUP = 100;
    private static final Entry<?> END = new Entry<>(transaction -> "");

    private final Database database;
    private final BlockingQueue<Entry<?>> entries = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::run, "patchbay-sms-ledger");
    private volatile boolean closed;

    /** What to do in a transaction. */
    @FunctionalInterface
    public interface Work<R> {
        /** May be called twice, the first time rolled back. */
        R in(Connection transaction) throws SQLException;
    }

    private static final class Entry<R> {
        final Work<R> work;
        final CompletableFuture<R> answer = new CompletableFuture<>();
        R result;

        Entry(Work<R> work) {
            this.work = work;
        }

        void in(Connection transaction) throws SQLException {
            result = work.in(transaction);
        }

        void done() {
            answer.complete(result);
        }
    }

    public Ledger(Database database) {
        this.database = database;
        writer.setDaemon(true);
        writer.start();
    }

    /** Fails with the database's {@code SQLException}, or after the end. */
    public <R> CompletableFuture<R> write(Work<R> work) {
        Entry<R> entry = new Entry<>(work);
        entries.add(entry);
        if (closed) {
            abandon();
        }
        return entry.answer;
    }

    boolean isClosed() {
        return closed;
    }

    private void run() {
        try {
            while (!closed) {
                List<Entry<?>> group = new ArrayList<>();
                group.add(entries.take());
                entries.drainTo(group, LARGEST_GROUP - 1);
                group.removeIf(one -> one == END);
                if (!group.isEmpty()) {
                    write(group);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    private void write(List<Entry<?>> group) {
        try {
            commit(group);
            group.forEach(Entry::done);
        } catch (SQLException | RuntimeException e) {
            if (group.size() == 1) {
                group.get(0).answer.completeExceptionally(e);
            } else {
                group.forEach(one -> write(List.of(one))); // one bad work spoils no other
            }
        }
    }

    private void commit(List<Entry<?>> group) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Entry<?> entry : group) {
                    entry.in(connection);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        database.force();
    }

    private void abandon() {
        for (Entry<?> entry = entries.poll(); entry != null; entry = entries.poll()) {
            entry.answer.completeExceptionally(new SQLException("the ledger is closed"));
        }
    }

    /** Waits for the group that is being written; an interrupt would cost H2 its file. */
    @Override
    public void close() {
        closed = true;
        entries.add(END);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
