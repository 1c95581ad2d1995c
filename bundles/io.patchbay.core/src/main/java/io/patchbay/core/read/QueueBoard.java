// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.api.queue.WaitFigures;
import io.patchbay.core.path.Known;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .filter(contact -> HalfHour.waits(contact, known.now()))
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
        int ready = (int) servers.stream().filter(QueueBoard::hasRoom).count();
        return new QueueFigures(
                queue.id(),
                waiting.size(),
                waiting.stream()
                        .flatMap(contact -> contact.times().queuedAt().stream())
                        .min(Comparator.<Instant>naturalOrder()),
                ready,
                (int) servers.stream().filter(agent -> !agent.load().idle()).count(),
                board.day().counts(queue.id()),
                Optional.of(waits(queue, waiting.size(), servers)),
                Optional.of(board.day().trend(queue.id(), waiting.size(), ready)));
    }

    /** What a contact would be told that came now. */
    private WaitFigures waits(QueueSettings queue, int waiting, List<AgentState> servers) {
        int atWork = (int) servers.stream()
                .filter(agent -> agent.presence() instanceof Presence.Ready)
                .count();
        boolean free = waiting == 0 && servers.stream().anyMatch(QueueBoard::hasRoom);
        Instant now = known.now();
        WaitEstimate next = free
                ? new WaitEstimate(0, (int) queue.ring().toSeconds(), false)
                : known.estimates().tell(queue.id(), waiting + 1, atWork, now).estimate();
        return known.estimates().figures(queue.id(), known.today(queue), next);
    }

    @Override
    public Optional<WaitEstimate> estimate(InteractionId contact) {
        return known.estimates().of(contact);
    }

    private static boolean serves(Person person, QueueSettings queue) {
        return queue.steps().get(0).takes(person.work().skills());
    }

    private static boolean hasRoom(AgentState agent) {
        return agent.presence() instanceof Presence.Ready
                && agent.load().capacity().entrySet().stream()
                        .anyMatch(room -> agent.load().of(room.getKey()) < room.getValue());
    }
}
