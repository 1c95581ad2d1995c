// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds interactions of the past by what people filter by; the rows hold ids and keys, the journal holds the rest. */
final class InteractionTable {
    private InteractionTable() {}

    /** Ids that match, newest first; open states are answered from memory, not here. */
    static List<InteractionId> find(Connection connection, InteractionFilter filter, int limit) throws SQLException {
        StringBuilder sql = new StringBuilder("select i.id from interaction i where 1 = 1");
        List<Object> values = new ArrayList<>();
        filter.channel().ifPresent(channel -> and(sql, values, "i.channel = ?", channel.value()));
        filter.queue().ifPresent(queue -> and(sql, values, "i.queue = ?", queue.value()));
        filter.customer().map(CustomerId::value).ifPresent(id -> and(sql, values, "i.customer = ?", id));
        filter.from().ifPresent(from -> and(sql, values, "i.arrived_at >= ?", from.toEpochMilli()));
        filter.to().ifPresent(to -> and(sql, values, "i.arrived_at < ?", to.toEpochMilli()));
        filter.after().map(InteractionId::value).ifPresent(id -> and(sql, values, "i.id < ?", id));
        filter.agent()
                .ifPresent(agent -> and(
                        sql,
                        values,
                        "exists (select 1 from interaction_agent a where a.interaction = i.id and a.agent = ?)",
                        agent.value()));
        if (filter.state().filter(InteractionState.CLOSED::equals).isPresent()) {
            sql.append(" and i.closed_at is not null");
        }
        sql.append(" order by i.id desc limit ").append(limit);
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return ids(select);
        }
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" and ").append(condition);
        values.add(value);
    }

    private static List<InteractionId> ids(PreparedStatement select) throws SQLException {
        List<InteractionId> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(new InteractionId(row.getObject(1, UUID.class)));
            }
        }
        return ids;
    }
}
