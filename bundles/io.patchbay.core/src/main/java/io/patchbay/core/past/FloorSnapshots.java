// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Snapshots of the newest day that was looked at, some minutes apart. One thread at a time. */
final class FloorSnapshots {
    private static final Duration APART = Duration.ofMinutes(5);

    private final TreeMap<Instant, FloorSnapshot> kept = new TreeMap<>();
    private Instant midnight = Instant.MIN;

    /** The last one of a day before a moment of it. */
    Optional<FloorSnapshot> before(Instant day, Instant moment) {
        return day.equals(midnight)
                ? Optional.ofNullable(kept.floorEntry(moment)).map(entry -> entry.getValue())
                : Optional.empty();
    }

    /** A fold on its way into a day stands here; of those before midnight the last one is enough. */
    void offer(Instant day, FloorFold fold) {
        if (day.isAfter(midnight)) {
            kept.clear();
            midnight = day;
        }
        if (day.isBefore(midnight) || near(fold.now())) {
            return;
        }
        if (fold.now().isBefore(midnight)) {
            kept.headMap(fold.now()).clear();
        }
        kept.put(fold.now(), fold.snapshot());
    }

    private boolean near(Instant moment) {
        Instant last = kept.floorKey(moment);
        return last != null && Duration.between(last, moment).compareTo(APART) < 0;
    }
}
