// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.reporting.projection.QueueFigures.Bucket;
import io.patchbay.reporting.projection.QueueFigures.Stay;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Takes journal entries into the figures, one transaction's worth. */
final class Batch {
    private static final String STANDS = "stands";

    private final Sql sql;
    private final QueueFigures queues;
    private final AgentFigures agents;
    private final RatingFigures ratings;
    private final Function<QueueId, Optional<Duration>> goals;
    private final Function<AgentId, Optional<UnitId>> units;

    /** An agent's open part in an interaction. */
    private record Part(String kind, long since, Bucket bucket) {}

    Batch(Sql sql, Function<QueueId, Optional<Duration>> goals, Function<AgentId, Optional<UnitId>> units) {
        this.sql = sql;
        this.queues = new QueueFigures(sql);
        this.agents = new AgentFigures(sql);
        this.ratings = new RatingFigures(sql);
        this.goals = goals;
        this.units = units;
    }

    void take(JournalEntry entry) throws SQLException {
        Optional<CoreEvent> event = CoreEvents.read(entry);
        if (event.isEmpty()) {
            return;
        }
        long at = entry.at().toEpochMilli();
        if (event.get() instanceof PresenceEvent.Changed changed) {
            agents.presence(changed.agent(), entry.unit().value(), changed.presence(), at);
        } else if (entry.interaction().isPresent()) {
            String id = entry.interaction().get().toString();
            if (event.get() instanceof InteractionEvent happened) {
                interaction(id, entry.unit().value(), happened, at);
            } else if (event.get() instanceof AssignmentEvent happened) {
                assignment(id, unit(happened.agent(), entry), happened, at);
            } else if (event.get() instanceof RatingEvent happened) {
                ratings.take(id, entry.unit().value(), happened, at);
            }
        }
    }

    private String unit(AgentId agent, JournalEntry entry) {
        return units.apply(agent).orElse(entry.unit()).value();
    }

    private void interaction(String id, String unit, InteractionEvent event, long at) throws SQLException {
        if (event instanceof InteractionEvent.Arrived arrived) {
            if (arrived.direction() == Direction.INTERNAL) {
                return; // colleagues among themselves count nowhere
            }
            sql.update(
                    "insert into report_interaction (id, number, channel, queue, unit, arrived_at) values (?, ?, ?, ?, ?, ?)",
                    id,
                    arrived.number(),
                    arrived.channel().value(),
                    arrived.queue().value(),
                    unit,
                    at);
        } else if (event instanceof InteractionEvent.Queued queued) {
            queued(id, unit, queued.queue().value(), at);
        } else if (event instanceof InteractionEvent.RemoteLeft) {
            leave(id, at, "abandoned");
        } else if (event instanceof InteractionEvent.Closed closed) {
            leave(id, at, "");
            sql.update(
                    "update report_interaction set outcome = ? where id = ?",
                    closed.outcome().wire(),
                    id);
        }
    }

    /** A contact that is queued again where it already waits keeps its place and counts once. */
    private void queued(String id, String unit, String queue, long at) throws SQLException {
        Optional<Stay> stay = queues.stay(id);
        if (stay.isPresent() && stay.get().bucket().queue().equals(queue)) {
            return;
        }
        leave(id, at, "");
        String channel = sql.one("select channel from report_interaction where id = ?", row -> row.getString(1), id)
                .orElse("unknown");
        queues.enter(id, queue, channel, unit, at);
        sql.update("update report_interaction set queue = ? where id = ?", queue, id);
    }

    private Optional<Stay> leave(String id, long at, String column) throws SQLException {
        Optional<Stay> stay = queues.stay(id);
        if (stay.isPresent()) {
            queues.leave(id);
            if (!column.isEmpty()) {
                queues.add(stay.get().bucket(), column, 1);
            }
            sql.update(
                    "update report_interaction set waited_millis = coalesce(waited_millis, 0) + ? where id = ?",
                    at - stay.get().enteredAt(),
                    id);
        }
        return stay;
    }

    private void assignment(String id, String unit, AssignmentEvent event, long at) throws SQLException {
        if (sql.one("select id from report_interaction where id = ?", row -> row.getString(1), id)
                .isEmpty()) {
            return;
        }
        AgentId agent = event.agent();
        if (event instanceof AssignmentEvent.Offered) {
            agents.count(agent, unit, "offers", at);
        } else if (event instanceof AssignmentEvent.Declined) {
            agents.count(agent, unit, "declined", at);
        } else if (event instanceof AssignmentEvent.TimedOut) {
            agents.count(agent, unit, "timed_out", at);
        } else if (event instanceof AssignmentEvent.Accepted) {
            agents.count(agent, unit, "accepted", at);
            accepted(id, agent, unit, at);
        } else if (event instanceof AssignmentEvent.Parked) {
            become(id, agent, unit, "parked", at);
        } else if (event instanceof AssignmentEvent.Resumed) {
            become(id, agent, unit, "active", at);
        } else if (event instanceof AssignmentEvent.Interrupted) {
            stand(id, agent, unit, at);
        } else if (event instanceof AssignmentEvent.Continued) {
            goOn(id, agent, at);
        } else if (event instanceof AssignmentEvent.WrapUpBegan) {
            become(id, agent, unit, "wrapUp", at);
        } else if (event instanceof AssignmentEvent.Ended ended) {
            become(id, agent, unit, "", at);
            if (ended.disposition().isPresent()) {
                sql.update(
                        "update report_interaction set disposition = ?, completed_at = ? where id = ?",
                        ended.disposition().get(),
                        at,
                        id);
            }
        }
    }

    private void accepted(String id, AgentId agent, String unit, long at) throws SQLException {
        Optional<Stay> stay = leave(id, at, "answered");
        if (stay.isPresent()) {
            Bucket bucket = stay.get().bucket();
            long waited = at - stay.get().enteredAt();
            queues.add(bucket, "wait_millis", waited);
            Optional<Duration> goal = goals.apply(new QueueId(bucket.queue()));
            if (goal.isPresent() && waited <= goal.get().toMillis()) {
                queues.add(bucket, "in_time", 1);
            }
        }
        sql.update("update report_interaction set agent = ? where id = ?", agent.value(), id);
        Bucket none = new Bucket(0, "", "", unit);
        open(id, agent, new Part("active", at, stay.map(Stay::bucket).orElse(none)));
    }

    /** Something more urgent interrupts the part: none of that time is his work on it. */
    private void stand(String id, AgentId agent, String unit, long at) throws SQLException {
        if (part(id, agent).filter(part -> part.kind.equals("active")).isPresent()) {
            become(id, agent, unit, STANDS, at);
        }
    }

    private void goOn(String id, AgentId agent, long at) throws SQLException {
        Optional<Part> part = part(id, agent).filter(one -> one.kind.equals(STANDS));
        if (part.isPresent()) {
            open(id, agent, new Part("active", at, part.get().bucket));
        }
    }

    private Optional<Part> part(String id, AgentId agent) throws SQLException {
        return sql.one(
                "select kind, since, quarter, queue, channel, unit from report_part where interaction = ? and agent = ?",
                row -> new Part(
                        row.getString(1),
                        row.getLong(2),
                        new Bucket(row.getLong(3), row.getString(4), row.getString(5), row.getString(6))),
                id,
                agent.value());
    }

    /** The part's interval so far ends and the next begins; an empty kind ends the part. */
    private void become(String id, AgentId agent, String unit, String kind, long at) throws SQLException {
        Optional<Part> open = part(id, agent);
        if (open.isEmpty()) {
            return;
        }
        Part part = open.get();
        sql.update("delete from report_part where interaction = ? and agent = ?", id, agent.value());
        boolean worked = part.kind.equals("active") || part.kind.equals("wrapUp");
        if (worked && at > part.since) {
            String column = part.kind.equals("active") ? "active_millis" : "wrap_up_millis";
            agents.worked(agent, unit, column, part.since, at);
            handled(id, part, at - part.since);
        }
        if (!kind.isEmpty()) {
            open(id, agent, new Part(kind, at, part.bucket));
        }
    }

    private void handled(String id, Part part, long millis) throws SQLException {
        sql.update("update report_interaction set handled_millis = handled_millis + ? where id = ?", millis, id);
        if (!part.bucket.queue().isEmpty()) {
            queues.add(part.bucket, "handle_millis", millis);
        }
    }

    private void open(String id, AgentId agent, Part part) throws SQLException {
        sql.update("delete from report_part where interaction = ? and agent = ?", id, agent.value());
        sql.update(
                "insert into report_part (interaction, agent, kind, since, quarter, queue, channel, unit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                agent.value(),
                part.kind,
                part.since,
                part.bucket.quarter(),
                part.bucket.queue(),
                part.bucket.channel(),
                part.bucket.unit());
    }
}
