// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Whether the table by which contacts are found says what the journal says; each row is made anew and compared. */
final class TableProof {
    private static final String TABLE = "interaction";
    private static final int MOST_TRIES = 50;

    private final Connection connection;
    private final Found found;

    TableProof(Connection connection, Found found) {
        this.connection = connection;
        this.found = found;
    }

    /** A row of the table with its agents; as much as entries up to the checkpoint say. */
    private static final class Row {
        private Object conversation = "";
        private String channel = "";
        private String queue = "";
        private String unit = "";
        private Object customer = "";
        private long arrivedAt;
        private long closedAt;
        private Set<String> agents = new TreeSet<>();

        private String text() {
            return String.join("|", String.valueOf(conversation), channel, queue, unit, String.valueOf(customer)) + "|"
                    + arrivedAt + "|" + closedAt + "|" + agents;
        }
    }

    void prove() throws SQLException {
        long upTo = checkpoint();
        for (UUID id : ids("select id from interaction order by id")) {
            compare(id);
        }
        ids("select j.interaction from journal j left join interaction i on i.id = j.interaction"
                        + " where j.type = 'interaction.arrived' and i.id is null and j.interaction is not null and j.seq <= "
                        + upTo)
                .forEach(id -> wrong(id));
        ids("select distinct a.interaction from interaction_agent a left join interaction i on i.id = a.interaction"
                        + " where i.id is null")
                .forEach(id -> wrong(id));
        for (long seq : numbers("select j.seq from journal j join interaction i on i.id = j.interaction"
                + " where j.type <> 'interaction.arrived' and (j.conversation <> i.conversation"
                + " or (j.conversation is null and (j.type like 'interaction.%' or j.type like 'message.%'"
                + " or j.type like 'assignment.%'))) order by j.seq")) {
            ChainProof.conversationAltered(found, seq);
        }
    }

    private void wrong(UUID id) {
        found.row(
                TABLE,
                id.toString(),
                "row-altered",
                "The row {1} of {0} is not what the journal says.",
                "{0} 表的行 {1} 与日志不符。");
    }

    /** How far the table follows the journal; moves on with the rows in one transaction. */
    private long checkpoint() throws SQLException {
        return number("select coalesce(max(seq), 0) from core_projection where name = 'interactions'");
    }

    /** A row that moved on while it was compared is compared again. */
    private void compare(UUID id) throws SQLException {
        long upTo = checkpoint();
        for (int tries = 0; !same(id, upTo); tries++) {
            long now = checkpoint();
            if (now == upTo || tries == MOST_TRIES) {
                wrong(id);
                return;
            }
            upTo = now;
        }
    }

    private boolean same(UUID id, long upTo) throws SQLException {
        Row right = new Row();
        boolean arrived = false;
        for (RawLine line : new RawJournal(connection).of(id)) {
            if (line.seq() <= upTo) {
                try {
                    arrived |= take(right, line.entry());
                } catch (RuntimeException altered) {
                    return true; // the chain names the line
                }
            }
        }
        return arrived && Objects.equals(right.text(), there(id).text());
    }

    private static boolean take(Row row, JournalEntry entry) {
        CoreEvent event = CoreEvents.read(entry).orElse(null);
        if (event instanceof InteractionEvent.Arrived arrived) {
            row.conversation = arrived.conversation().value();
            row.channel = arrived.channel().value();
            row.queue = arrived.queue().value();
            row.unit = entry.unit().value();
            row.arrivedAt = entry.at().toEpochMilli();
            return true;
        } else if (event instanceof InteractionEvent.Queued queued) {
            row.queue = queued.queue().value();
        } else if (event instanceof InteractionEvent.Identified who
                && who.customer().isPresent()) {
            row.customer = who.customer().get().value();
        } else if (event instanceof AssignmentEvent.Offered offered) {
            row.agents.add(offered.agent().value());
        } else if (event instanceof InteractionEvent.Closed) {
            row.closedAt = entry.at().toEpochMilli();
        }
        return false;
    }

    private Row there(UUID id) throws SQLException {
        Row row = new Row();
        try (PreparedStatement select = connection.prepareStatement(
                "select conversation, channel, queue, unit, customer, arrived_at, closed_at from interaction where id = ?")) {
            select.setObject(1, id);
            try (ResultSet found = select.executeQuery()) {
                if (found.next()) {
                    row.conversation = found.getObject(1, UUID.class);
                    row.channel = found.getString(2);
                    row.queue = found.getString(3);
                    row.unit = found.getString(4);
                    UUID customer = found.getObject(5, UUID.class);
                    row.customer = customer == null ? "" : customer;
                    row.arrivedAt = found.getLong(6);
                    row.closedAt = found.getLong(7);
                }
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("select agent from interaction_agent where interaction = ?")) {
            select.setObject(1, id);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    row.agents.add(found.getString(1));
                }
            }
        }
        return row;
    }

    private List<UUID> ids(String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private long number(String sql) throws SQLException {
        return numbers(sql).get(0);
    }
}
