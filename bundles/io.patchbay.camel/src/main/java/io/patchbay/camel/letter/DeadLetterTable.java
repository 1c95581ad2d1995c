// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.letter;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code camel_dead_letter}. */
final class DeadLetterTable {
    private static final String COLUMNS =
            "select id, at, context, route, origin, owner, own_key, sealed, sha256, replays"
                    + " from camel_dead_letter ";

    private final DataSource source;

    DeadLetterTable(DataSource source) {
        this.source = source;
    }

    /** One row; {@code ownKey} if its key seals nothing else. */
    record Row(
            long id,
            Instant at,
            String context,
            String route,
            String origin,
            boolean ownKey,
            SealedPart sealed,
            int replays) {}

    /** What else belongs into the transaction. */
    interface Beside {
        void run(Connection transaction) throws SQLException;
    }

    void insert(Row row, Beside beside) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into camel_dead_letter (at, context, route, origin, owner, own_key, sealed, sha256, replays)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                beside.run(connection);
                bind(
                        statement,
                        row.at().toEpochMilli(),
                        row.context(),
                        row.route(),
                        row.origin(),
                        row.sealed().owner().text(),
                        row.ownKey(),
                        row.sealed().cipher(),
                        row.sealed().sha256(),
                        row.replays());
                statement.executeUpdate();
                connection.commit();
            } finally {
                connection.rollback(); // nothing, unless something was thrown
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a dead letter cannot be written", e);
        }
    }

    Optional<Row> find(long id) {
        return rows(COLUMNS + "where id = ?", id).stream().findFirst();
    }

    List<Row> newest(int limit) {
        return rows(COLUMNS + "order by id desc limit ?", limit);
    }

    /** The oldest beyond so many, and those before a moment; at most 100 at a time. */
    List<Row> surplus(int most, Instant before) {
        return rows(
                COLUMNS + "where at < ? or id <= (select id from camel_dead_letter order by id desc limit 1 offset ?)"
                        + " order by id limit 100",
                before.toEpochMilli(),
                most);
    }

    int count() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from camel_dead_letter");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("dead letters cannot be counted", e);
        }
    }

    void countReplay(long id) {
        update("update camel_dead_letter set replays = replays + 1 where id = ?", id);
    }

    /** False if somebody else did. */
    boolean delete(long id) {
        return update("delete from camel_dead_letter where id = ?", id) > 0;
    }

    private int update(String sql, long id) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, id);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("dead letter " + id + " cannot be changed", e);
        }
    }

    private List<Row> rows(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("dead letters cannot be read", e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("context"),
                row.getString("route"),
                row.getString("origin"),
                row.getBoolean("own_key"),
                new SealedPart(
                        ContentOwner.parse(row.getString("owner")), row.getBytes("sealed"), row.getString("sha256")),
                row.getInt("replays"));
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
