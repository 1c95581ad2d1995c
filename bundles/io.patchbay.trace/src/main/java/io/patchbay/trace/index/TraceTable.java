// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import io.patchbay.api.id.InteractionId;
import io.patchbay.trace.index.Acts.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of the index; the same SQL on H2 and PostgreSQL. */
final class TraceTable {
    private static final String COLUMNS =
            "seq, at_millis, type, family, who, person, account, interaction, unit, origin, refused";

    private TraceTable() {}

    static long checkpoint(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select seq from trace_checkpoint where id = 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("trace_checkpoint has no row");
            }
            return row.getLong(1);
        }
    }

    static void move(Connection transaction, long seq) throws SQLException {
        try (PreparedStatement update =
                transaction.prepareStatement("update trace_checkpoint set seq = ? where id = 1 and seq < ?")) {
            update.setLong(1, seq);
            update.setLong(2, seq);
            update.executeUpdate();
        }
    }

    static void insert(Connection transaction, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(
                "insert into trace_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, row.seq());
                insert.setLong(2, row.at());
                insert.setString(3, row.type());
                insert.setString(4, row.family());
                insert.setString(5, row.who());
                insert.setString(6, row.person().orElse(null));
                insert.setString(7, row.account().orElse(null));
                insert.setObject(8, row.interaction().map(InteractionId::value).orElse(null), Types.OTHER);
                insert.setString(9, row.unit());
                insert.setString(10, row.origin().orElse(null));
                insert.setInt(11, row.refused() ? 1 : 0);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Rows from one number (left out) to another. */
    static List<Row> between(Connection connection, long after, long to) throws SQLException {
        return find(connection, "seq > ? and seq <= ? order by seq", List.of(after, to));
    }

    static List<Row> find(Connection connection, String where, List<Object> values) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from trace_entry where " + where)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getObject(8, UUID.class)).map(InteractionId::new),
                row.getString(9),
                Optional.ofNullable(row.getString(10)),
                row.getInt(11) == 1);
    }
}
