// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failures a key. From a number of them on the key waits 1 s, then 2 s, 4 s … up to 15 min. What has been quiet for an
 * hour is forgotten; so is the oldest when there are too many.
 */
final class Delays {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST = 50_000;

    private final int free;
    private final InstantSource clock;
    private final Map<String, Failures> byKey = new LinkedHashMap<>();

    private record Failures(int count, Instant last) {}

    Delays(int free, InstantSource clock) {
        this.free = free;
        this.clock = clock;
    }

    private Instant until(Failures failures) {
        int doublings = Math.min(failures.count - free, 20);
        Duration pause = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
        return failures.last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** Until when no attempt under this key counts. */
    synchronized Optional<Instant> lockedUntil(String key) {
        return Optional.ofNullable(byKey.get(key)).map(this::until).filter(until -> until.isAfter(clock.instant()));
    }

    /** How many failures that makes. */
    synchronized int failed(String key) {
        Instant now = clock.instant();
        forget(now);
        Failures before = byKey.remove(key);
        int count = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count + 1;
        byKey.put(key, new Failures(count, now));
        return count;
    }

    boolean locks(int count) {
        return count >= free;
    }

    /** Whether there was something to forgive. */
    synchronized boolean forgive(String key) {
        return byKey.remove(key) != null;
    }

    /** One failure less. */
    synchronized void lessen(String key) {
        byKey.computeIfPresent(
                key, (same, before) -> before.count <= 1 ? null : new Failures(before.count - 1, before.last));
    }

    private void forget(Instant now) {
        Iterator<Failures> oldest = byKey.values().iterator();
        while (oldest.hasNext() && (oldest.next().last.plus(FORGOTTEN_AFTER).isBefore(now) || byKey.size() >= MOST)) {
            oldest.remove();
        }
    }
}
