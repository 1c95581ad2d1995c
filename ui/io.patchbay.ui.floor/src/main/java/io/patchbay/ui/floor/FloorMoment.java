// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * What a board is drawn from, now or at a moment of the past.
 *
 * @param at when
 * @param settings the queues he may see
 * @param queues their figures
 * @param agents agents
 * @param open open contacts
 * @param alarms alarms that were not over
 * @param wrapping what lies before those who wrap up; none of the past
 */
record FloorMoment(
        Instant at,
        List<QueueSettings> settings,
        List<QueueFigures> queues,
        List<AgentState> agents,
        List<Interaction> open,
        List<Alarm> alarms,
        List<AgentDesk> wrapping) {
    static FloorMoment live(Floor floor, Scope scope, Instant now) {
        List<AgentState> agents = floor.agents().agents(scope);
        return new FloorMoment(
                now,
                floor.queues().queues(scope),
                floor.live().figures(scope),
                agents,
                floor.interactions().open(scope),
                floor.alarms().get(),
                agents.stream()
                        .filter(agent -> !agent.load().wrapUp().isEmpty())
                        .flatMap(agent -> floor.agents().desk(scope, agent.agent()).stream())
                        .toList());
    }

    /** Reads the journal; waits for the database. */
    static FloorMoment past(Floor floor, Scope scope, Instant then, DoubleConsumer progress) {
        PastFloor.Moment moment = floor.past().at(scope, then, progress);
        return new FloorMoment(
                then,
                floor.queues().queues(scope),
                moment.queues(),
                moment.agents(),
                moment.open(),
                all(floor)
                        .filter(alarm -> !alarm.raisedAt().isAfter(then)
                                && alarm.clearedAt()
                                        .filter(over -> !over.isAfter(then))
                                        .isEmpty())
                        .toList(),
                List.of());
    }

    /** The alarms of queues that are remembered, over or not. */
    static Stream<Alarm> all(Floor floor) {
        return Stream.concat(floor.alarms().get().stream(), floor.formerAlarms().get().stream())
                .filter(alarm -> alarm.part().startsWith("queue:"));
    }
}
