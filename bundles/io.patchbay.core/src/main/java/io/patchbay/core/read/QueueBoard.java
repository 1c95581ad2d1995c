// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.core.path.Known;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Queues now, worked out from the durable pictures of contacts and agents. */
public final class QueueBoard implements LiveQueues {
    private final LiveBoard board;
    private final Queues queues;
    private final Known known;

    public QueueBoard(LiveBoard board, Queues queues, Known known) {
        this.board = board;
        this.queues = queues;
        this.known = known;
    }

    @Override
    public List<QueueFigures> figures(Scope scope) {
        Map<QueueId, List<Interaction>> waiting = board.interactions().all().stream()
                .filter(contact ->
                        contact.state() == InteractionState.WAITING || contact.state() == InteractionState.OFFERED)
                .collect(Collectors.groupingBy(contact -> contact.placement().queue()));
        List<AgentState> agents =
                board.desks().stream().map(desk -> desk.state()).toList();
        return queues.queues(scope).stream()
                .map(queue -> figures(queue, waiting.getOrDefault(queue.id(), List.of()), agents))
                .toList();
    }

    private QueueFigures figures(QueueSettings queue, List<Interaction> waiting, List<AgentState> agents) {
        List<AgentState> servers = agents.stream()
                .filter(agent -> known.person(new UserId(agent.agent().value()))
                        .filter(person -> serves(person, queue))
                        .isPresent())
                .toList();
        return new QueueFigures(
                queue.id(),
                waiting.size(),
                waiting.stream()
                        .flatMap(contact -> contact.times().queuedAt().stream())
                        .min(Comparator.<Instant>naturalOrder()),
                (int) servers.stream().filter(QueueBoard::hasRoom).count(),
                (int) servers.stream().filter(agent -> !agent.load().idle()).count(),
                board.day().counts(queue.id()));
    }

    private static boolean serves(Person person, QueueSettings queue) {
        return queue.needs().entrySet().stream()
                .allMatch(need -> person.work().skills().getOrDefault(need.getKey(), 0) >= need.getValue());
    }

    private static boolean hasRoom(AgentState agent) {
        return agent.presence() instanceof io.patchbay.api.agent.Presence.Ready
                && agent.load().capacity().entrySet().stream()
                        .anyMatch(room -> agent.load().of(room.getKey()) < room.getValue());
    }
}
