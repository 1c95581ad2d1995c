// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.id.AgentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who called out when, so that a restart does not open a cap. A call that a person began is one he made. */
public final class CallsOut {
    private static final String PERSON = "user:";

    private CallsOut() {}

    /** Those since a moment, oldest first. */
    public static Map<AgentId, List<Instant>> since(Connection connection, Instant from) throws SQLException {
        Map<AgentId, List<Instant>> calls = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select j.actor, j.at from interaction i join journal j on j.interaction = i.id"
                        + " where i.arrived_at >= ? and j.type = 'interaction.arrived'"
                        + " and j.actor like 'user:%' and j.body like '%\"kind\":\"call\"%' order by j.seq")) {
            select.setLong(1, from.toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    AgentId agent = new AgentId(row.getString(1).substring(PERSON.length()));
                    calls.computeIfAbsent(agent, none -> new ArrayList<>()).add(Instant.ofEpochMilli(row.getLong(2)));
                }
            }
        }
        return calls;
    }
}
