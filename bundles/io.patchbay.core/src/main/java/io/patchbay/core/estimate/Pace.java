// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast one line moves: the agents' work, in agent-seconds, between two answers while somebody waited. Counted as
 * work, it still fits when agents come and go.
 */
final class Pace {
    /** Recent enough to follow the day, enough for a mean. */
    private static final int SAMPLES = 120;

    private final Deque<Double> work = new ArrayDeque<>();
    private Instant movedAt;
    private double mean;
    private double variance;

    /** Somebody begins to wait in an empty line. */
    void waits(Instant since) {
        if (movedAt == null) {
            movedAt = since;
        }
    }

    /** Nobody waits any more: the time until the next one says nothing. */
    void empty() {
        movedAt = null;
    }

    /** The line moved up by an answer. */
    void moved(Instant at, int agents, boolean othersWait) {
        if (movedAt != null && agents > 0) {
            work.addLast(Math.max(0, Duration.between(movedAt, at).toMillis() / 1e3) * agents);
            if (work.size() > SAMPLES) {
                work.removeFirst();
            }
            measure();
        }
        movedAt = othersWait ? at : null;
    }

    private void measure() {
        double sum = 0;
        for (double each : work) {
            sum += each;
        }
        mean = sum / work.size();
        double squares = 0;
        for (double each : work) {
            squares += (each - mean) * (each - mean);
        }
        variance = work.size() < 2 ? mean * mean : squares / (work.size() - 1);
    }

    int samples() {
        return work.size();
    }

    /** Until that many answers, with that many agents; a second more or less is always possible. */
    Expected until(int answers, int agents) {
        double spread = Math.sqrt(answers * variance * (1 + answers / (double) Math.max(1, work.size()))) / agents;
        return new Expected(answers * mean / agents, Math.max(1, spread));
    }

    /** A wait as the pace has it: its mean and how far it scatters, in seconds. */
    record Expected(double mean, double spread) {}
}
