// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession.QueuePlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells waiting customers their place when it changes, at most once a second, with an estimate from the recent pace.
 */
final class Places {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SAMPLES = 20;
    private static final int ENOUGH = 5;
    private static final int GUESS_SECONDS = 30;

    private final SlotState state;
    private final Surroundings around;
    private final Map<InteractionId, QueuePlace> told = new HashMap<>();
    private final Map<QueueId, Deque<Instant>> accepts = new HashMap<>();
    private boolean scheduled;
    private Instant lastTold = Instant.MIN;

    Places(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    void changed(Instant now) {
        if (!scheduled) {
            scheduled = true;
            boolean rested =
                    lastTold.equals(Instant.MIN) || !lastTold.plus(PAUSE).isAfter(now);
            around.later(rested ? Duration.ofMillis(50) : PAUSE, this::tell);
        }
    }

    void accepted(QueueId queue, Instant at) {
        Deque<Instant> recent = accepts.computeIfAbsent(queue, key -> new ArrayDeque<>());
        recent.addLast(at);
        if (recent.size() > SAMPLES) {
            recent.removeFirst();
        }
    }

    private void tell(Turn turn) {
        scheduled = false;
        lastTold = turn.now();
        Map<QueueId, List<LiveInteraction>> lines = state.interactions().stream()
                .filter(LiveInteraction::queued)
                .collect(Collectors.groupingBy(LiveInteraction::queue));
        Map<InteractionId, QueuePlace> now = new HashMap<>();
        lines.forEach((queue, line) -> number(queue, line, now));
        turn.after(() -> now.forEach((id, place) -> {
            if (!place.equals(told.put(id, place))) {
                state.session(id).ifPresent(session -> session.queued(place));
            }
        }));
        told.keySet().retainAll(now.keySet());
    }

    private void number(QueueId queue, List<LiveInteraction> line, Map<InteractionId, QueuePlace> places) {
        line.sort(Comparator.comparingInt(LiveInteraction::priority)
                .reversed()
                .thenComparing(contact -> contact.queuedAt().orElse(Instant.MAX))
                .thenComparing(LiveInteraction::id));
        int position = 0;
        for (LiveInteraction contact : line) {
            position++;
            places.put(contact.id(), place(queue, position));
        }
    }

    private QueuePlace place(QueueId queue, int position) {
        Deque<Instant> recent = accepts.getOrDefault(queue, new ArrayDeque<>());
        if (recent.size() < 2) {
            return new QueuePlace(position, position * GUESS_SECONDS, true);
        }
        long span = Duration.between(recent.getFirst(), recent.getLast()).toSeconds();
        int seconds = (int) Math.min(36_000, Math.ceil(position * span / (recent.size() - 1.0)));
        return new QueuePlace(position, Math.max(seconds, 1), recent.size() < ENOUGH);
    }

    /** A new session knows nothing yet. */
    Consumer<Turn> forget(InteractionId id) {
        return turn -> {
            told.remove(id);
            changed(turn.now());
        };
    }
}
