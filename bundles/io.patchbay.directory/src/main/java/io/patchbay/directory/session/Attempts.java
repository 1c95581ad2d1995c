// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Failed attempts a pair of account and source. After the fifth failure the pair waits 1 s, then 2 s, 4 s … up to 15
 * min. What has been quiet for an hour is forgotten; so is the oldest when there are too many.
 */
final class Attempts {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST = 50_000;

    private final InstantSource clock;
    private final Map<Pair, Failures> byPair = new LinkedHashMap<>();

    private record Pair(String account, String source) {}

    private record Failures(int count, Instant last) {
        Instant until() {
            int doublings = Math.min(count - FREE, 20);
            Duration pause = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
            return last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    private static Pair pair(String account, String source) {
        String name = account.strip().toLowerCase(Locale.ROOT);
        return new Pair(name.length() > 64 ? name.substring(0, 64) : name, source);
    }

    /** Until when no attempt of this pair counts. */
    synchronized Optional<Instant> lockedUntil(String account, String source) {
        Failures failures = byPair.get(pair(account, source));
        return Optional.ofNullable(failures).map(Failures::until).filter(until -> until.isAfter(clock.instant()));
    }

    /** Whether this failure locks. */
    synchronized boolean failed(String account, String source) {
        Instant now = clock.instant();
        forget(now);
        Pair pair = pair(account, source);
        Failures before = byPair.remove(pair);
        int count = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count + 1;
        byPair.put(pair, new Failures(count, now));
        return count >= FREE;
    }

    synchronized void succeeded(String account, String source) {
        byPair.remove(pair(account, source));
    }

    private void forget(Instant now) {
        Iterator<Failures> oldest = byPair.values().iterator();
        while (oldest.hasNext() && (oldest.next().last.plus(FORGOTTEN_AFTER).isBefore(now) || byPair.size() >= MOST)) {
            oldest.remove();
        }
    }
}
