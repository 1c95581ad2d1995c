// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A queue now.
 *
 * @param queue which
 * @param waiting contacts in the queue, ringing ones included
 * @param longestSince since when the longest waits; empty if none waits
 * @param ready agents who could take a contact of it at once
 * @param working agents of it who are busy, reserved or in wrap-up
 * @param today counts of the business day
 * @param waits what it tells of its waits; empty where nobody measures them
 * @param trend its last half hour; empty where nobody measures it
 */
public record QueueFigures(
        QueueId queue,
        int waiting,
        Optional<Instant> longestSince,
        int ready,
        int working,
        Today today,
        Optional<WaitFigures> waits,
        Optional<QueueTrend> trend) {
    public QueueFigures {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(longestSince, "longestSince");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(waits, "waits");
        Objects.requireNonNull(trend, "trend");
    }

    /**
     * Figures of a queue whose waits and trend are not measured.
     *
     * @param queue which
     * @param waiting contacts in the queue
     * @param longestSince since when the longest waits
     * @param ready agents who could take a contact of it at once
     * @param working agents of it who are busy
     * @param today counts of the business day
     */
    public QueueFigures(
            QueueId queue, int waiting, Optional<Instant> longestSince, int ready, int working, Today today) {
        this(queue, waiting, longestSince, ready, working, today, Optional.empty(), Optional.empty());
    }

    /**
     * Counts of the queue's business day so far.
     *
     * @param offered contacts that entered the queue
     * @param answered of these, accepted by an agent
     * @param answeredInTime of these, within the service goal
     * @param abandoned of those offered, left before an accept
     */
    public record Today(int offered, int answered, int answeredInTime, int abandoned) {
        /**
         * Service level so far: answered in time over answered and abandoned.
         *
         * @return 0.0 to 1.0; empty while nothing was answered or abandoned
         */
        public Optional<Double> serviceLevel() {
            int decided = answered + abandoned;
            return decided == 0 ? Optional.empty() : Optional.of(answeredInTime / (double) decided);
        }
    }
}
