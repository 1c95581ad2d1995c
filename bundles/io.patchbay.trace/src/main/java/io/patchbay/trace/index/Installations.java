// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whose database it is. */
public final class Installations {
    private Installations() {}

    /** The installation's id; a dash if the database has none. */
    public static String id(DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from installation");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : "-";
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's id cannot be read: " + e.getMessage(), e);
        }
    }
}
