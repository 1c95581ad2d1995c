// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mails that wait for their next try, and until when. Safe for any thread. */
public final class Deferred {
    private static final long LONGEST_SECONDS = 900;
    private static final long LONGEST_AWAY_SECONDS = 15;

    private final InstantSource clock;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    public Deferred(InstantSource clock) {
        this.clock = clock;
    }

    private record Wait(int tries, Instant until, String reason) {}

    /** Why a mail is not to be tried now; empty if it is. */
    public Optional<String> obstacle(String id) {
        return Optional.ofNullable(waits.get(id))
                .filter(wait -> wait.until().isAfter(clock.instant()))
                .map(Wait::reason);
    }

    /** It did not go: 1, 2, 4 … seconds, up to 15 minutes, or 15 seconds if the server was away. */
    public void defer(String id, Fate.Later why) {
        long longest = why.unreachable() ? LONGEST_AWAY_SECONDS : LONGEST_SECONDS;
        waits.compute(id, (any, before) -> {
            int tries = before == null ? 1 : before.tries() + 1;
            long seconds = Math.min(longest, 1L << Math.min(tries - 1, 20));
            return new Wait(tries, clock.instant().plusSeconds(seconds), why.reason());
        });
    }

    public void decided(String id) {
        waits.remove(id);
    }

    /** In words for the account's state; empty if none waits. */
    public String words() {
        return waits.values().stream()
                .findFirst()
                .map(wait -> waits.size() + " mail(s) could not be sent yet: " + wait.reason())
                .orElse("");
    }
}
