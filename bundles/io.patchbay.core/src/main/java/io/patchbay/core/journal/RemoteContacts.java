// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The channels' own ids of contacts, kept with the arrival so that a repeat opens nothing, also over a restart. */
public final class RemoteContacts {
    private static final int MOST_KEPT = 200_000;

    private RemoteContacts() {}

    /** The key of a contact in its channel. */
    public static String key(ChannelKey channel, String remoteId) {
        return channel + " " + remoteId;
    }

    static void keep(Connection transaction, List<Line> lines) throws SQLException {
        List<Line> arrivals = lines.stream()
                .filter(line -> line.type().equals("interaction.arrived")
                        && line.values().containsKey("remoteId"))
                .toList();
        if (arrivals.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = transaction.prepareStatement(
                "insert into remote_contact (contact_key, at, interaction) values (?, ?, ?)")) {
            for (Line line : arrivals) {
                ChannelKey channel = new ChannelKey((String) line.values().get("channel"));
                insert.setString(1, key(channel, (String) line.values().get("remoteId")));
                insert.setLong(2, line.at().toEpochMilli());
                insert.setObject(3, line.subject().interaction().orElseThrow().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Those of the last day, newest first up to a bound; older ones are dropped. */
    public static Map<String, InteractionId> since(Connection connection, Instant from) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from remote_contact where at < ?")) {
            delete.setLong(1, from.toEpochMilli());
            delete.executeUpdate();
        }
        Map<String, InteractionId> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select contact_key, interaction from remote_contact order by at desc limit " + MOST_KEPT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.put(row.getString(1), new InteractionId(row.getObject(2, UUID.class)));
            }
        }
        return known;
    }
}
