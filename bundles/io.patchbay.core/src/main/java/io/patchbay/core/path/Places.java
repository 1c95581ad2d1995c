// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.estimate.Told;
import io.patchbay.core.estimate.WaitEstimates;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession.QueuePlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells waiting customers their place and how long it may take, when that changes, at most once a second; keeps what
 * they were told and compares it when they are answered.
 */
final class Places {
    private static final Actor SYSTEM = new Actor.Part("core");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Later ones of the same contact say little new. */
    private static final int MOST_TOLD = 20;

    private final SlotState state;
    private final Surroundings around;
    private final Known known;
    private final WaitEstimates estimates;
    private final Map<InteractionId, QueuePlace> told = new HashMap<>();
    private final Map<InteractionId, List<Told>> kept = new HashMap<>();
    private final Set<QueueId> waited = new HashSet<>();
    private boolean scheduled;
    private Instant lastTold = Instant.MIN;

    Places(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
        this.known = around.known();
        this.estimates = known.estimates();
    }

    void changed(Instant now) {
        if (!scheduled) {
            scheduled = true;
            boolean rested =
                    lastTold.equals(Instant.MIN) || !lastTold.plus(PAUSE).isAfter(now);
            around.later(rested ? Duration.ofMillis(50) : PAUSE, this::tell);
        }
    }

    /** An answer: the line moves up, and what this one was told has come true or not. */
    void accepted(LiveInteraction contact, Instant at) {
        QueueId queue = contact.queue();
        List<Told> all = kept.remove(contact.id());
        around.queue(queue)
                .filter(settings -> all != null)
                .ifPresent(settings -> estimates.answered(queue, known.today(settings), all, at));
        estimates.moved(
                queue,
                at,
                atWork(queue),
                state.interactions().stream()
                        .anyMatch(other -> other.queued() && other.queue().equals(queue)));
        forgotten(contact.id());
    }

    private void forgotten(InteractionId id) {
        kept.remove(id);
        estimates.of(id, Optional.empty());
    }

    /** Agents who are there for a queue, busy or not. */
    private int atWork(QueueId queue) {
        Optional<QueueSettings> settings = around.queue(queue);
        return (int) state.agents().stream()
                .filter(LiveAgent::ready)
                .filter(agent -> settings.filter(
                                one -> one.servedBy(agent.person().work().skills()))
                        .isPresent())
                .count();
    }

    private void tell(Turn turn) {
        scheduled = false;
        lastTold = turn.now();
        Map<QueueId, List<LiveInteraction>> lines = state.interactions().stream()
                .filter(contact -> contact.queued()
                        && contact.callback()
                                .filter(call -> call.rests(turn.now()))
                                .isEmpty())
                .collect(Collectors.groupingBy(LiveInteraction::queue));
        Map<InteractionId, QueuePlace> now = new HashMap<>();
        waited.stream().filter(queue -> !lines.containsKey(queue)).forEach(estimates::empty);
        waited.clear();
        waited.addAll(lines.keySet());
        lines.forEach((queue, line) -> number(turn, queue, line, now));
        turn.after(() -> now.forEach((id, place) -> {
            if (!place.equals(told.put(id, place))) {
                state.session(id).ifPresent(session -> session.queued(place));
            }
        }));
        told.keySet().retainAll(now.keySet());
        List.copyOf(kept.keySet()).stream().filter(id -> !now.containsKey(id)).forEach(this::forgotten);
    }

    private void number(Turn turn, QueueId queue, List<LiveInteraction> line, Map<InteractionId, QueuePlace> places) {
        line.sort(Comparator.comparing((LiveInteraction contact) ->
                        contact.queuedAt().orElse(turn.now()).minus(Duration.ofMinutes(contact.priority())))
                .thenComparing(LiveInteraction::id));
        int agents = atWork(queue);
        int position = 0;
        for (LiveInteraction contact : line) {
            position++;
            Told estimate = estimates.tell(queue, position, agents, turn.now());
            QueuePlace place = QueuePlace.of(position, estimate.estimate());
            places.put(contact.id(), place);
            if (contact.offer().isEmpty()) {
                estimates.waits(queue, contact.queuedAt().orElse(turn.now()));
                keep(turn, contact, position, estimate, place.equals(told.get(contact.id())));
            }
        }
    }

    private void keep(Turn turn, LiveInteraction contact, int position, Told estimate, boolean same) {
        estimates.of(contact.id(), Optional.of(estimate.estimate()));
        List<Told> all = kept.computeIfAbsent(contact.id(), fresh -> new ArrayList<>());
        if (contact.told().isEmpty()) { // it entered a queue: what it was told of another one counts no more
            all.clear();
            turn.record(contact, new InteractionEvent.WaitTold(position, estimate.estimate()), SYSTEM);
        }
        if (!same && all.size() < MOST_TOLD) {
            all.add(estimate);
        }
    }

    /** A new session knows nothing yet. */
    Consumer<Turn> forget(InteractionId id) {
        return turn -> {
            told.remove(id);
            changed(turn.now());
        };
    }
}
