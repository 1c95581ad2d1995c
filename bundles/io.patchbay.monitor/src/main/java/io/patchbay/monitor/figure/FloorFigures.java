// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.figure;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.WaitFigures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Queues and agents as they are now. */
public final class FloorFigures implements MeterSource {
    private static final double MILLIS = 1e3;
    private static final Meter WAITING =
            Meter.gauge("patchbay_queue_waiting", "Contacts in the queue, ringing ones included", "queue");
    private static final Meter LONGEST =
            Meter.gauge("patchbay_queue_longest_wait_seconds", "How long the first contact has waited", "queue");
    private static final Meter READY =
            Meter.gauge("patchbay_queue_agents_ready", "Agents who could take a contact of the queue at once", "queue");
    private static final Meter WORKING =
            Meter.gauge("patchbay_queue_agents_working", "Agents of the queue who are busy or in wrap-up", "queue");
    private static final Meter LEVEL = Meter.gauge(
            "patchbay_queue_service_level_ratio", "Answered in time over decided, this business day, 0 to 1", "queue");
    private static final Meter HALF_HOUR = Meter.gauge(
            "patchbay_queue_service_level_half_hour_ratio",
            "Answered in time over decided, the last 30 minutes, 0 to 1",
            "queue");
    private static final Meter FORECAST =
            Meter.gauge("patchbay_queue_forecast", "Contacts that are expected to wait in 15 minutes", "queue");
    private static final Meter OFFERED =
            Meter.gauge("patchbay_queue_offered_today", "Contacts that entered the queue this business day", "queue");
    private static final Meter ABANDONED = Meter.gauge(
            "patchbay_queue_abandoned_today", "Contacts that left before an accept this business day", "queue");
    private static final Meter ESTIMATE = Meter.gauge(
            "patchbay_queue_estimate_seconds",
            "Wait that a contact would be told that came now; bound is low or high",
            "queue",
            "bound");
    private static final Meter HELD = Meter.gauge(
            "patchbay_queue_estimates_held_ratio", "Told ranges that held this business day, 0 to 1", "queue");
    private static final Meter ERROR = Meter.gauge(
            "patchbay_queue_estimate_error_seconds",
            "Median distance of waits from the middle of their told range this business day",
            "queue");
    private static final Meter AGENTS = Meter.gauge("patchbay_agents", "Agents by presence", "presence");
    private static final Meter WORK = Meter.gauge("patchbay_assignments", "Work on the agents' desks", "kind", "state");

    private final LiveQueues queues;
    private final Agents agents;
    private final InstantSource clock;

    /** Over the services of the core. */
    public FloorFigures(LiveQueues queues, Agents agents, InstantSource clock) {
        this.queues = queues;
        this.agents = agents;
        this.clock = clock;
    }

    @Override
    public List<Meter> meters() {
        return List.of(
                WAITING, LONGEST, READY, WORKING, LEVEL, HALF_HOUR, FORECAST, OFFERED, ABANDONED, ESTIMATE, HELD, ERROR,
                AGENTS, WORK);
    }

    @Override
    public void measure(Readings readings) {
        queues.figures(Scope.system()).forEach(queue -> measure(queue, readings));
        List<AgentState> all = agents.agents(Scope.system());
        Map<String, Integer> presences = new TreeMap<>(Map.of("ready", 0, "notReady", 0, "loggedOut", 0));
        all.forEach(agent -> presences.merge(word(agent.presence()), 1, Integer::sum));
        presences.forEach((presence, count) -> readings.value(AGENTS, count, presence));
        load(all, readings, "reserved", AgentState.Load::reserved);
        load(all, readings, "active", AgentState.Load::active);
        load(all, readings, "wrapup", AgentState.Load::wrapUp);
    }

    private void measure(QueueFigures queue, Readings readings) {
        String id = queue.queue().value();
        readings.value(WAITING, queue.waiting(), id);
        double waited = queue.longestSince()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / MILLIS)
                .orElse(0.0);
        readings.value(LONGEST, Math.max(0, waited), id);
        readings.value(READY, queue.ready(), id);
        readings.value(WORKING, queue.working(), id);
        queue.today().serviceLevel().ifPresent(level -> readings.value(LEVEL, level, id));
        readings.value(OFFERED, queue.today().offered(), id);
        readings.value(ABANDONED, queue.today().abandoned(), id);
        queue.trend().ifPresent(trend -> {
            trend.halfHour().serviceLevel().ifPresent(level -> readings.value(HALF_HOUR, level, id));
            readings.value(FORECAST, trend.forecast(), id);
        });
        queue.waits().ifPresent(waits -> measure(waits, id, readings));
    }

    private static void measure(WaitFigures waits, String id, Readings readings) {
        readings.value(ESTIMATE, waits.next().lowSeconds(), id, "low");
        readings.value(ESTIMATE, waits.next().highSeconds(), id, "high");
        waits.heldShare().ifPresent(share -> readings.value(HELD, share, id));
        waits.medianErrorSeconds().ifPresent(seconds -> readings.value(ERROR, seconds, id));
    }

    private interface Part {
        Map<WorkKind, Integer> of(AgentState.Load load);
    }

    private static void load(List<AgentState> agents, Readings readings, String state, Part part) {
        Map<String, Integer> sums = new TreeMap<>();
        for (AgentState agent : agents) {
            part.of(agent.load()).forEach((kind, count) -> sums.merge(kind.value(), count, Integer::sum));
            agent.load().capacity().keySet().forEach(kind -> sums.merge(kind.value(), 0, Integer::sum));
        }
        sums.forEach((kind, count) -> readings.value(WORK, count, kind, state));
    }

    private static String word(Presence presence) {
        if (presence instanceof Presence.Ready) {
            return "ready";
        }
        return presence instanceof Presence.LoggedOut ? "loggedOut" : "notReady";
    }
}
