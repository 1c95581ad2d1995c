// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import io.patchbay.api.floor.PastFloor.Waited;
import io.patchbay.api.id.QueueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many waited in each queue, every ten minutes of the newest day that was looked at. One thread at a time. */
final class DayCurve {
    private static final Duration APART = Duration.ofMinutes(10);

    private final TreeMap<Instant, Map<QueueId, Integer>> waited = new TreeMap<>();
    private Instant midnight = Instant.MIN;
    private Instant next = Instant.MIN;

    /** Nothing happens to a fold, on its way into a day, until then. */
    void pass(Instant day, FloorFold fold, Instant then) {
        if (day.isAfter(midnight)) {
            waited.clear();
            midnight = day;
            next = day;
        }
        while (day.equals(midnight) && !next.isAfter(then)) {
            waited.put(next, fold.waiting());
            next = next.plus(APART);
        }
    }

    /** Up to a moment of the day, of some queues. */
    List<Waited> until(Instant moment, Set<QueueId> queues) {
        return waited.headMap(moment, true).entrySet().stream()
                .map(at -> new Waited(
                        at.getKey(),
                        at.getValue().entrySet().stream()
                                .filter(queue -> queues.contains(queue.getKey()))
                                .mapToInt(Map.Entry::getValue)
                                .sum()))
                .toList();
    }
}
