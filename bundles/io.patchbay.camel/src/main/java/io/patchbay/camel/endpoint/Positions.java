// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** How far each consumer of events is: the number of the last entry of the journal it need not see again. */
public final class Positions {
    private final DataSource source;

    /** Positions in a database whose table is there. */
    public Positions(DataSource source) {
        this.source = source;
    }

    OptionalLong of(String name) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select seq from camel_position where name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the position of " + name + " cannot be read", e);
        }
    }

    void keep(String name, long seq) {
        try (Connection connection = source.getConnection()) {
            if (run(connection, "update camel_position set seq = ? where name = ?", seq, name) == 0) {
                run(connection, "insert into camel_position (seq, name) values (?, ?)", seq, name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the position of " + name + " cannot be kept", e);
        }
    }

    private static int run(Connection connection, String sql, long seq, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, seq);
            statement.setString(2, name);
            return statement.executeUpdate();
        }
    }
}
