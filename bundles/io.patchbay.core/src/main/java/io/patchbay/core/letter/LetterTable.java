// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tables by which letters are found: each by its key, conversations by the parties that wrote in them. */
final class LetterTable {
    private LetterTable() {}

    /** Where a letter went. */
    record Place(InteractionId interaction, ConversationId conversation) {}

    static Optional<Place> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select interaction, conversation from letter where letter_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Place(
                                new InteractionId(row.getObject(1, UUID.class)),
                                new ConversationId(row.getObject(2, UUID.class))))
                        : Optional.empty();
            }
        }
    }

    static boolean takesPart(Connection connection, String party, ConversationId conversation) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from correspondent where party = ? and conversation = ?")) {
            select.setString(1, party);
            select.setObject(2, conversation.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static Optional<ConversationId> newest(Connection connection, String party, Instant since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select conversation from correspondent where party = ? and at >= ? order by at desc limit 1")) {
            select.setString(1, party);
            select.setLong(2, since.toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new ConversationId(row.getObject(1, UUID.class))) : Optional.empty();
            }
        }
    }

    static void keep(Connection transaction, String key, Place place, Instant at) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(
                "insert into letter (letter_key, at, interaction, conversation) select ?, ?, ?, ? where not exists"
                        + " (select 1 from letter where letter_key = ?)")) {
            insert.setString(1, key);
            insert.setLong(2, at.toEpochMilli());
            insert.setObject(3, place.interaction().value());
            insert.setObject(4, place.conversation().value());
            insert.setString(5, key);
            insert.executeUpdate();
        }
    }

    static void keep(Connection transaction, String party, ConversationId conversation, Instant at)
            throws SQLException {
        try (PreparedStatement update =
                transaction.prepareStatement("update correspondent set at = ? where party = ? and conversation = ?")) {
            update.setLong(1, at.toEpochMilli());
            update.setString(2, party);
            update.setObject(3, conversation.value());
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (PreparedStatement insert =
                transaction.prepareStatement("insert into correspondent (party, conversation, at) values (?, ?, ?)")) {
            insert.setString(1, party);
            insert.setObject(2, conversation.value());
            insert.setLong(3, at.toEpochMilli());
            insert.executeUpdate();
        }
    }
}
