// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.QueueFigures.Today;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.core.path.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of each queue's business day, taken from the durable pictures; each contact counts once, in its last queue.
 */
public final class QueueDay {
    private final Known known;
    private final Map<QueueId, LocalDate> days = new HashMap<>();
    private final Map<QueueId, Map<InteractionId, Mark>> marks = new HashMap<>();
    private final Map<QueueId, Map<Mark, Integer>> settled = new HashMap<>();
    private final HalfHour halfHour;

    private enum Mark {
        OFFERED,
        IN_TIME,
        LATE,
        ABANDONED
    }

    public QueueDay(Known known) {
        this.known = known;
        halfHour = new HalfHour(this::goal);
    }

    private QueueDay(Known known, QueueDay other) {
        this.known = known;
        days.putAll(other.days);
        other.marks.forEach((queue, contacts) -> marks.put(queue, new HashMap<>(contacts)));
        other.settled.forEach((queue, counts) -> settled.put(queue, new EnumMap<>(counts)));
        halfHour = other.halfHour.copy(this::goal, known.now());
    }

    /** The same counts, to go on by another clock. */
    public synchronized QueueDay copy(Known other) {
        return new QueueDay(other, this);
    }

    /** A contact changes no more: only its count is kept. */
    public synchronized void settle(InteractionId contact) {
        marks.forEach((queue, contacts) -> Optional.ofNullable(contacts.remove(contact))
                .ifPresent(mark -> settled.computeIfAbsent(queue, none -> new EnumMap<>(Mark.class))
                        .merge(mark, 1, Integer::sum)));
    }

    /** A queue's last half hour. */
    QueueTrend trend(QueueId queue, int waiting, int ready) {
        return halfHour.trend(queue, known.now(), waiting, ready);
    }

    synchronized void take(Interaction interaction) {
        halfHour.take(interaction, known.now());
        if (interaction.times().queuedAt().isEmpty()) {
            return;
        }
        QueueId queue = interaction.placement().queue();
        if (!day(queue, interaction.times().queuedAt().get()).equals(today(queue))) {
            return;
        }
        marks.values().forEach(contacts -> contacts.remove(interaction.id()));
        marks.computeIfAbsent(queue, key -> new HashMap<>()).put(interaction.id(), mark(interaction));
    }

    private Mark mark(Interaction interaction) {
        Instant queuedAt = interaction.times().queuedAt().orElseThrow();
        return interaction.assignments().stream()
                .flatMap(assignment -> assignment.acceptedAt().stream())
                .filter(at -> !at.isBefore(queuedAt))
                .findFirst()
                .map(at -> Duration.between(queuedAt, at)
                                        .compareTo(goal(interaction.placement().queue()))
                                <= 0
                        ? Mark.IN_TIME
                        : Mark.LATE)
                .orElse(interaction.times().remoteLeftAt().isPresent() ? Mark.ABANDONED : Mark.OFFERED);
    }

    private Duration goal(QueueId queue) {
        return known.queue(queue)
                .map(settings -> settings.goal().answerWithin())
                .orElse(Duration.ofSeconds(20));
    }

    private LocalDate today(QueueId queue) {
        LocalDate now = day(queue, known.now());
        if (!now.equals(days.put(queue, now))) {
            marks.remove(queue);
            settled.remove(queue);
        }
        return now;
    }

    private LocalDate day(QueueId queue, Instant at) {
        return known.queue(queue)
                .map(settings -> at.atZone(known.zone(settings)).toLocalDate())
                .orElse(LocalDate.EPOCH);
    }

    public synchronized Today counts(QueueId queue) {
        today(queue);
        Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
        counts.putAll(settled.getOrDefault(queue, Map.of()));
        marks.getOrDefault(queue, Map.of()).values().forEach(mark -> counts.merge(mark, 1, Integer::sum));
        int inTime = counts.getOrDefault(Mark.IN_TIME, 0);
        int answered = inTime + counts.getOrDefault(Mark.LATE, 0);
        int abandoned = counts.getOrDefault(Mark.ABANDONED, 0);
        int open = counts.getOrDefault(Mark.OFFERED, 0);
        return new Today(open + answered + abandoned, answered, inTime, abandoned);
    }
}
