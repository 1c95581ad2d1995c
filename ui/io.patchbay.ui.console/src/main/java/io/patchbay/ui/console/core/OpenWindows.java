// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import io.patchbay.api.id.UserId;
import io.patchbay.api.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The signed-in windows there are, and those that say over plain HTTP that push does not reach them. Any thread. */
public final class OpenWindows {
    /** A browser that misses push says so every second. */
    static final Duration SAID_LATELY = Duration.ofSeconds(4);

    /** A push that comes back sooner is not worth a word. */
    static final Duration SAID_FOR = Duration.ofSeconds(3);

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 20;

    private record Loss(Instant first, Instant last) {}

    private final InstantSource clock;
    private final Map<Object, UserId> open = new ConcurrentHashMap<>();
    private final Map<String, Loss> losses = new ConcurrentHashMap<>();

    OpenWindows(InstantSource clock) {
        this.clock = clock;
    }

    /** A window is open until the watch is closed. */
    public Watch opened(UserId user) {
        Object window = new Object();
        open.put(window, user);
        return () -> open.remove(window);
    }

    /** A browser says that nothing is pushed to one of its windows; names are its own. */
    public void missesPush(String window) {
        Instant now = clock.instant();
        losses.values().removeIf(loss -> loss.last.isBefore(now.minus(SAID_LATELY)));
        if (window.length() <= LONGEST_NAME && (losses.size() < MOST || losses.containsKey(window))) {
            losses.merge(window, new Loss(now, now), (known, added) -> new Loss(known.first, now));
        }
    }

    /** How many there are. */
    int count() {
        return open.size();
    }

    /** How many people have one. */
    int people() {
        return Set.copyOf(open.values()).size();
    }

    /** How many have said for a while that push does not reach them. */
    long withoutPush() {
        Instant lately = clock.instant().minus(SAID_LATELY);
        return losses.values().stream()
                .filter(loss -> !loss.last.isBefore(lately)
                        && Duration.between(loss.first, loss.last).compareTo(SAID_FOR) >= 0)
                .count();
    }
}
