// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection. */
public final class Sql {
    private final Connection connection;

    /**
     * Statements on a connection.
     *
     * @param connection used by one thread
     */
    public Sql(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads one row.
     *
     * @param <T> what it is read as
     */
    public interface Row<T> {
        /**
         * Reads the present row.
         *
         * @param row on its row
         * @return what it says
         * @throws SQLException if it cannot be read
         */
        T read(ResultSet row) throws SQLException;
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) throws SQLException {
        return all(sql, row, values).stream().findFirst();
    }

    /**
     * Runs a query.
     *
     * @param sql with question marks
     * @param row reads each row
     * @param values text or whole numbers, one a question mark
     * @return what the rows say
     * @param <T> what a row is read as
     * @throws SQLException if the database refuses
     */
    public <T> List<T> all(String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
