// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.store.Visible;
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
    static List<InteractionId> find(Connection connection, Scope scope, InteractionFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder("select i.id from interaction i where 1 = 1");
        List<Object> values = new ArrayList<>();
        narrow(sql, values, filter);
        if (filter.state().filter(InteractionState.CLOSED::equals).isPresent()) {
            sql.append(" and i.closed_at is not null");
        }
        visible(scope, sql, values);
        sql.append(" order by i.id desc limit ").append(filter.limit());
        return ids(connection, sql.toString(), values);
    }

    /** By what stands in the contact's own row and its agents'. */
    static void narrow(StringBuilder sql, List<Object> values, InteractionFilter filter) {
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
    }

    static List<InteractionId> ids(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return ids(select);
        }
    }

    /** One's own, and those within a reach that has the right. */
    private static void visible(Scope scope, StringBuilder sql, List<Object> values) {
        if (scope.reader().isEmpty()) {
            return;
        }
        Visible visible = Visible.byPlace(scope, Permissions.RECORDS, "i.unit", "i.queue", "i.channel");
        sql.append(" and (exists (select 1 from interaction_agent m where m.interaction = i.id and m.agent = ?) or ")
                .append(visible.condition())
                .append(')');
        values.add(scope.reader().get().value());
        values.addAll(visible.values());
    }

    static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
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
