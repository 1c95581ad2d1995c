// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.json.SealedParts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The journal's table: the same SQL on H2 and PostgreSQL. */
final class JournalTable {
    private static final String COLUMNS =
            "seq, at, type, version, interaction, conversation, actor, unit, epoch, body, sealed, hash";

    private JournalTable() {}

    static void insert(Connection transaction, List<Line> lines) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(
                "insert into journal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Line line : lines) {
                insert.setLong(1, line.seq());
                insert.setLong(2, line.at().toEpochMilli());
                insert.setString(3, line.type());
                insert.setInt(4, line.version());
                insert.setObject(
                        5,
                        line.subject().interaction().map(InteractionId::value).orElse(null),
                        Types.OTHER);
                insert.setObject(
                        6,
                        line.subject().conversation().map(ConversationId::value).orElse(null),
                        Types.OTHER);
                insert.setString(7, line.actor());
                insert.setString(8, line.unit().value());
                insert.setLong(9, line.epoch());
                insert.setString(10, line.body());
                insert.setBytes(11, line.sealed().isEmpty() ? null : SealedParts.encode(line.sealed()));
                insert.setString(12, line.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The newest line's number and hash. */
    record Head(long seq, String hash) {}

    static Head head(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select seq, hash from journal order by seq desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, Line.GENESIS);
        }
    }

    static List<Line> after(Connection connection, long seq, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from journal where seq > ? order by seq limit ?")) {
            select.setLong(1, seq);
            select.setInt(2, limit);
            return lines(select);
        }
    }

    static List<Line> of(Connection connection, Collection<InteractionId> interactions) throws SQLException {
        if (interactions.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(interactions.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from journal where interaction in (" + marks + ") order by seq")) {
            int at = 1;
            for (InteractionId id : interactions) {
                select.setObject(at++, id.value());
            }
            return lines(select);
        }
    }

    static List<Line> of(Connection connection, ConversationId conversation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from journal where conversation = ? order by seq")) {
            select.setObject(1, conversation.value());
            return lines(select);
        }
    }

    private static List<Line> lines(PreparedStatement select) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(line(row));
            }
        }
        return lines;
    }

    private static Line line(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes(11);
        String body = row.getString(10);
        return new Line(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getInt(4),
                new JournalDraft.Subject(
                        Optional.ofNullable(row.getObject(5, UUID.class)).map(InteractionId::new),
                        Optional.ofNullable(row.getObject(6, UUID.class)).map(ConversationId::new)),
                row.getString(7),
                new UnitId(row.getString(8)),
                row.getLong(9),
                body,
                CanonicalJson.read(body),
                sealed == null ? List.of() : SealedParts.decode(sealed),
                row.getString(12));
    }
}
