// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.api.queue.WaitFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What waiting customers are told, learnt from what happened to those before them. Slots feed it, anybody asks; safe
 * for any thread.
 */
public final class WaitEstimates {
    /** Fewer answers say nothing about the pace. */
    private static final int ENOUGH = 6;

    private static final int GUESS_SECONDS = 30;
    private static final int LONGEST_SECONDS = 36_000;

    private final Map<QueueId, Line> lines = new HashMap<>();

    private static final class Line {
        private final Pace pace = new Pace();
        private final Margins margins = new Margins();
        private final ToldDay day = new ToldDay();
    }

    private final Map<InteractionId, WaitEstimate> now = new ConcurrentHashMap<>();

    private Line line(QueueId queue) {
        return lines.computeIfAbsent(queue, fresh -> new Line());
    }

    /** Somebody waits in a queue, the first of them since then. */
    public synchronized void waits(QueueId queue, Instant since) {
        line(queue).pace.waits(since);
    }

    /** Nobody waits in a queue. */
    public synchronized void empty(QueueId queue) {
        line(queue).pace.empty();
    }

    /** An answer moved the line up. */
    public synchronized void moved(QueueId queue, Instant at, int agents, boolean othersWait) {
        line(queue).pace.moved(at, agents, othersWait);
    }

    /** A contact that was told its wait was answered. */
    public synchronized void answered(QueueId queue, LocalDate today, List<Told> all, Instant at) {
        Line line = line(queue);
        line.day.is(today);
        for (Told one : all) {
            line.margins.learn(one.expected(), one.waited(at));
            if (!one.estimate().atLeast()) {
                line.day.answered(one, at);
            }
        }
    }

    /** What the contact at a place, 1 is next, is told while that many agents serve its queue. */
    public synchronized Told tell(QueueId queue, int position, int agents, Instant now) {
        Line line = line(queue);
        if (agents == 0 || line.pace.samples() < ENOUGH) {
            int guess = Math.min(LONGEST_SECONDS, position * GUESS_SECONDS / Math.max(1, agents));
            return new Told(now, new WaitEstimate(guess, guess, true), new Pace.Expected(guess, Math.max(1, guess)));
        }
        Pace.Expected expected = line.pace.until(position, agents);
        int low = bounded(Math.floor(expected.mean() + line.margins.low() * expected.spread()));
        int high = bounded(Math.ceil(expected.mean() + line.margins.high() * expected.spread()));
        return new Told(now, new WaitEstimate(low, Math.max(low + 1, high), false), expected);
    }

    /** What a waiting contact is told now; empty if it does not wait any more. */
    public void of(InteractionId contact, Optional<WaitEstimate> estimate) {
        estimate.ifPresentOrElse(told -> now.put(contact, told), () -> now.remove(contact));
    }

    /** What a contact is told now, if it waits. */
    public Optional<WaitEstimate> of(InteractionId contact) {
        return Optional.ofNullable(now.get(contact));
    }

    private static int bounded(double seconds) {
        return (int) Math.max(0, Math.min(LONGEST_SECONDS, seconds));
    }

    /** How a queue tells its waits today. */
    public synchronized WaitFigures figures(QueueId queue, LocalDate today, WaitEstimate next) {
        ToldDay day = line(queue).day;
        day.is(today);
        return new WaitFigures(next, day.told(), day.held(), day.medianError());
    }
}
