// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import static io.patchbay.api.queue.QueueTrend.AHEAD_MINUTES;
import static io.patchbay.api.queue.QueueTrend.MINUTES;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueFigures.Today;
import io.patchbay.api.queue.QueueTrend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What came into and went out of each queue, minute by minute, for half an hour. Safe for any thread. */
public final class HalfHour {
    private final Function<QueueId, Duration> goal;
    private final Map<InteractionId, QueueId> stays = new HashMap<>();
    private final Map<QueueId, Line> lines = new HashMap<>();

    /** One queue's. */
    private static final class Line {
        private final TreeMap<Long, Minute> minutes = new TreeMap<>();
        private int waiting;

        Minute minute(Instant at) {
            return minutes.computeIfAbsent(of(at), none -> new Minute());
        }

        Line copy(Instant now) {
            Line copy = new Line();
            minutes.tailMap(of(now) - MINUTES, false).forEach((at, minute) -> copy.minutes.put(at, minute.copy()));
            copy.waiting = waiting;
            return copy;
        }
    }

    private static final class Minute {
        private int entered;
        private int inTime;
        private int late;
        private int abandoned;
        private int moved;

        int gone() {
            return inTime + late + abandoned + moved;
        }

        Minute copy() {
            Minute copy = new Minute();
            copy.entered = entered;
            copy.inTime = inTime;
            copy.late = late;
            copy.abandoned = abandoned;
            copy.moved = moved;
            return copy;
        }
    }

    /** {@code goal} is the time in which a queue's contacts shall be answered. */
    HalfHour(Function<QueueId, Duration> goal) {
        this.goal = goal;
    }

    /** The same, without what no longer counts, to go on elsewhere. */
    synchronized HalfHour copy(Function<QueueId, Duration> otherGoal, Instant now) {
        HalfHour copy = new HalfHour(otherGoal);
        copy.stays.putAll(stays);
        lines.forEach((queue, line) -> copy.lines.put(queue, line.copy(now)));
        return copy;
    }

    private static long of(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60);
    }

    /** A contact's newest picture. */
    synchronized void take(Interaction contact, Instant now) {
        Optional<QueueId> waits =
                waits(contact, now) ? Optional.of(contact.placement().queue()) : Optional.empty();
        Optional<QueueId> stayed = Optional.ofNullable(stays.get(contact.id()));
        if (waits.equals(stayed)) {
            return;
        }
        stayed.ifPresent(queue -> goes(queue, contact, now));
        if (waits.isPresent()) {
            Instant since = stayed.isPresent() || contact.placement().callback().isPresent()
                    ? now
                    : contact.times().queuedAt().orElse(now);
            Line line = lines.computeIfAbsent(waits.get(), none -> new Line());
            line.minute(since).entered++;
            line.waiting++;
            stays.put(contact.id(), waits.get());
        } else {
            stays.remove(contact.id());
        }
    }

    /** A call that rests until its hour waits for nobody. */
    public static boolean waits(Interaction contact, Instant now) {
        return (contact.state() == InteractionState.WAITING || contact.state() == InteractionState.OFFERED)
                && contact.placement()
                        .callback()
                        .filter(call -> call.rests(now))
                        .isEmpty();
    }

    private void goes(QueueId queue, Interaction contact, Instant now) {
        Line line = lines.get(queue);
        line.waiting--;
        Instant queued = contact.times().queuedAt().orElse(now);
        Optional<Instant> accepted = contact.assignments().stream()
                .flatMap(part -> part.acceptedAt().stream())
                .filter(at -> !at.isBefore(queued))
                .findFirst();
        if (accepted.isPresent() && contact.placement().queue().equals(queue)) {
            Minute minute = line.minute(accepted.get());
            if (Duration.between(queued, accepted.get()).compareTo(goal.apply(queue)) <= 0) {
                minute.inTime++;
            } else {
                minute.late++;
            }
        } else if (contact.times().remoteLeftAt().isPresent()) {
            line.minute(contact.times().remoteLeftAt().get()).abandoned++;
        } else {
            line.minute(now).moved++;
        }
    }

    /** A queue as it went, with so many waiting and free agents now. */
    synchronized QueueTrend trend(QueueId queue, Instant now, int waiting, int ready) {
        Line line = lines.computeIfAbsent(queue, none -> new Line());
        long last = of(now);
        line.minutes.headMap(last - MINUTES, true).clear();
        Today sum = new Today(0, 0, 0, 0);
        int grown = 0;
        int then = line.waiting;
        List<Integer> back = new ArrayList<>();
        for (long at = last; at > last - MINUTES; at--) {
            back.add(Math.max(0, then));
            Minute minute = line.minutes.getOrDefault(at, new Minute());
            then -= minute.entered - minute.gone();
            grown += at > last - AHEAD_MINUTES ? minute.entered - minute.gone() : 0;
            sum = new Today(
                    sum.offered() + minute.entered,
                    sum.answered() + minute.inTime + minute.late,
                    sum.answeredInTime() + minute.inTime,
                    sum.abandoned() + minute.abandoned);
        }
        Collections.reverse(back);
        return new QueueTrend(sum, Math.max(0, waiting + grown - ready), back);
    }
}
