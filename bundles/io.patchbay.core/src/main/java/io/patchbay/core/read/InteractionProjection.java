// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the table by which interactions are found; its checkpoint moves in the same transaction. */
public final class InteractionProjection implements AutoCloseable {
    private final Checkpoint checkpoint = new Checkpoint("interactions");
    private final Database database;
    private final LiveInteractions live;
    private final Watch following;

    /** Begins to follow. */
    public InteractionProjection(Database database, Journal journal, LiveInteractions live) {
        this.database = database;
        this.live = live;
        this.following = journal.follow(checkpoint.name(), checkpoint.read(database), this::take);
    }

    private void take(List<JournalEntry> entries) {
        List<InteractionId> closed = new ArrayList<>();
        checkpoint.write(database, entries.get(entries.size() - 1).seq(), transaction -> {
            closed.clear();
            closed.addAll(write(transaction, entries));
        });
        live.projected(closed);
    }

    static List<InteractionId> write(Connection transaction, List<JournalEntry> entries) throws SQLException {
        List<InteractionId> closed = new ArrayList<>();
        try (Rows rows = new Rows(transaction)) {
            for (JournalEntry entry : entries) {
                CoreEvent event = entry.interaction().isEmpty()
                        ? null
                        : CoreEvents.read(entry).orElse(null);
                if (event instanceof InteractionEvent.Arrived arrived) {
                    rows.arrived(entry, arrived);
                } else if (event instanceof InteractionEvent.Queued queued) {
                    rows.queued(entry, queued);
                } else if (event instanceof InteractionEvent.Identified who
                        && who.customer().isPresent()) {
                    rows.identified(entry, who);
                } else if (event instanceof AssignmentEvent.Offered offered) {
                    rows.offered(entry, offered);
                } else if (event instanceof InteractionEvent.Closed) {
                    rows.closed(entry);
                    closed.add(entry.interaction().orElseThrow());
                }
            }
            rows.flush();
        }
        return closed;
    }

    @Override
    public void close() {
        following.close();
    }

    /** The statements of one transaction; flushed in the order that keeps inserts before updates. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement arrive;
        private final PreparedStatement queue;
        private final PreparedStatement identify;
        private final PreparedStatement offer;
        private final PreparedStatement close;

        Rows(Connection transaction) throws SQLException {
            arrive = transaction.prepareStatement(
                    "insert into interaction (id, conversation, channel, queue, unit, arrived_at) values (?, ?, ?, ?, ?, ?)");
            queue = transaction.prepareStatement("update interaction set queue = ? where id = ?");
            identify = transaction.prepareStatement("update interaction set customer = ? where id = ?");
            offer = transaction.prepareStatement(
                    "insert into interaction_agent (interaction, agent) select ?, ? where not exists"
                            + " (select 1 from interaction_agent where interaction = ? and agent = ?)");
            close = transaction.prepareStatement("update interaction set closed_at = ? where id = ?");
        }

        void arrived(JournalEntry entry, InteractionEvent.Arrived arrived) throws SQLException {
            arrive.setObject(1, entry.interaction().orElseThrow().value());
            arrive.setObject(2, arrived.conversation().value());
            arrive.setString(3, arrived.channel().value());
            arrive.setString(4, arrived.queue().value());
            arrive.setString(5, entry.unit().value());
            arrive.setLong(6, entry.at().toEpochMilli());
            arrive.addBatch();
        }

        void queued(JournalEntry entry, InteractionEvent.Queued queued) throws SQLException {
            queue.setString(1, queued.queue().value());
            queue.setObject(2, entry.interaction().orElseThrow().value());
            queue.addBatch();
        }

        void identified(JournalEntry entry, InteractionEvent.Identified who) throws SQLException {
            identify.setObject(1, who.customer().orElseThrow().value());
            identify.setObject(2, entry.interaction().orElseThrow().value());
            identify.addBatch();
        }

        void offered(JournalEntry entry, AssignmentEvent.Offered offered) throws SQLException {
            for (int at = 1; at <= 3; at += 2) {
                offer.setObject(at, entry.interaction().orElseThrow().value());
                offer.setString(at + 1, offered.agent().value());
            }
            offer.addBatch();
        }

        void closed(JournalEntry entry) throws SQLException {
            close.setLong(1, entry.at().toEpochMilli());
            close.setObject(2, entry.interaction().orElseThrow().value());
            close.addBatch();
        }

        void flush() throws SQLException {
            arrive.executeBatch();
            queue.executeBatch();
            identify.executeBatch();
            offer.executeBatch();
            close.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            arrive.close();
            queue.close();
            identify.close();
            offer.close();
            close.close();
        }
    }
}
