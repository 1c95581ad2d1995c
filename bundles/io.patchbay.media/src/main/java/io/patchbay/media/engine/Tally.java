// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts of one media thread: it alone writes, anybody reads. */
final class Tally {
    private final Map<Counter, AtomicLong> counts = new EnumMap<>(Counter.class);

    Tally() {
        for (Counter what : Counter.values()) {
            counts.put(what, new AtomicLong());
        }
    }

    void count(Counter what) {
        add(what, 1);
    }

    void add(Counter what, long more) {
        AtomicLong count = counts.get(what);
        count.setRelease(count.getPlain() + more);
    }

    long get(Counter what) {
        return counts.get(what).getAcquire();
    }
}
