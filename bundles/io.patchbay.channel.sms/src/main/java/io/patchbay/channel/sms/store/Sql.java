// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements of one line. */
final class Sql {
    private Sql() {}

    /** Makes a value of the row a result stands at. */
    @FunctionalInterface
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    static int update(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            bind(update, values);
            return update.executeUpdate();
        }
    }

    static <R> List<R> list(Connection connection, Reader<R> reader, String query, Object... values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            bind(select, values);
            List<R> list = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
            }
            return list;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
