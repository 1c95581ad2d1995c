// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.store.Database;
import io.patchbay.store.json.CanonicalJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Snapshots in the database; only the newest is kept. */
final class SnapshotTable {
    private final Database database;

    SnapshotTable(Database database) {
        this.database = database;
    }

    void keep(Snapshot snapshot, Instant at) throws SQLException {
        try (Connection transaction = database.dataSource().getConnection()) {
            transaction.setAutoCommit(false);
            try (PreparedStatement delete = transaction.prepareStatement("delete from core_snapshot");
                    PreparedStatement insert = transaction.prepareStatement(
                            "insert into core_snapshot (seq, at, body) values (?, ?, ?)")) {
                delete.executeUpdate();
                insert.setLong(1, snapshot.seq());
                insert.setLong(2, at.toEpochMilli());
                insert.setString(3, CanonicalJson.write(snapshot.body()));
                insert.executeUpdate();
                transaction.commit();
            } catch (SQLException e) {
                transaction.rollback();
                throw e;
            } finally {
                transaction.setAutoCommit(true);
            }
        }
    }

    Optional<Snapshot> newest() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select seq, body from core_snapshot order by seq desc limit 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Map<String, Object> body = CanonicalJson.read(row.getString(2));
            return Optional.of(Snapshot.read(row.getLong(1), body));
        }
    }
}
