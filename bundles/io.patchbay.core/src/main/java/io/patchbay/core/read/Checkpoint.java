// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far a projection has followed the journal; moves in the transaction of its rows.
 *
 * @param name the projection
 */
public record Checkpoint(String name) {
    /** A projection's rows. */
    @FunctionalInterface
    public interface Rows {
        /** Writes them. */
        void write(Connection transaction) throws SQLException;
    }

    /** The last line taken; 0 for none. */
    public long read(Database database) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select seq from core_projection where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the checkpoint of " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes rows and moves on to {@code seq}, both or neither. */
    public void write(Database database, long seq, Rows rows) {
        try (Connection transaction = database.dataSource().getConnection()) {
            transaction.setAutoCommit(false);
            try {
                rows.write(transaction);
                move(transaction, seq);
                transaction.commit();
            } catch (SQLException e) {
                transaction.rollback();
                throw e;
            } finally {
                transaction.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the projection " + name + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void move(Connection transaction, long seq) throws SQLException {
        try (PreparedStatement update =
                transaction.prepareStatement("update core_projection set seq = ? where name = ?")) {
            update.setLong(1, seq);
            update.setString(2, name);
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (PreparedStatement insert =
                transaction.prepareStatement("insert into core_projection (name, seq) values (?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, seq);
            insert.executeUpdate();
        }
    }
}
