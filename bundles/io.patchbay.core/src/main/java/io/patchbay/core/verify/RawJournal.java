// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads rows of a journal that may have been altered. */
final class RawJournal {
    private static final int LINES = 1_000;

    private final Connection connection;

    RawJournal(Connection connection) {
        this.connection = connection;
    }

    /** What takes a page of lines. */
    interface Pages {
        void take(List<RawLine> lines) throws SQLException;
    }

    /** All lines in order, page by page. */
    void each(Pages pages) throws SQLException {
        long after = Long.MIN_VALUE;
        for (List<RawLine> lines = after(after); !lines.isEmpty(); lines = after(after)) {
            pages.take(lines);
            after = lines.get(lines.size() - 1).seq();
        }
    }

    private List<RawLine> after(long seq) throws SQLException {
        return lines("seq > ? order by seq limit " + LINES, seq);
    }

    List<RawLine> of(UUID interaction) throws SQLException {
        return lines("interaction = ? order by seq", interaction);
    }

    Optional<String> hash(long seq) throws SQLException {
        return lines("seq = ?", seq).stream().map(RawLine::hash).findFirst();
    }

    private List<RawLine> lines(String where, Object value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq, at, type, version, interaction, conversation, actor, unit, epoch, body, sealed, hash"
                        + " from journal where "
                        + where)) {
            select.setObject(1, value);
            List<RawLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        }
    }

    private static RawLine line(ResultSet row) throws SQLException {
        return new RawLine(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                Optional.ofNullable(row.getObject(5, UUID.class)),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getString(10),
                Optional.ofNullable(row.getBytes(11)),
                row.getString(12));
    }
}
