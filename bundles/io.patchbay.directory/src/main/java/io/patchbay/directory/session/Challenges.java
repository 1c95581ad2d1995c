// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.directory.secret.Secrets;
import io.patchbay.directory.store.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who proved the first factor and is asked for the second: five tries within five minutes. */
final class Challenges {
    private static final Duration TIME = Duration.ofMinutes(5);
    private static final int TRIES = 5;
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Open> open = new LinkedHashMap<>();

    /** Whose turn it is. */
    record Open(Account account, Attempts.Knock knock, Instant until, int triesLeft) {}

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String ask(Account account, Attempts.Knock knock) {
        Instant now = clock.instant();
        open.values().removeIf(one -> one.until.isBefore(now));
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        String challenge = Secrets.token();
        open.put(challenge, new Open(account, knock, now.plus(TIME), TRIES));
        return challenge;
    }

    Instant until() {
        return clock.instant().plus(TIME);
    }

    synchronized Optional<Open> get(String challenge) {
        return Optional.ofNullable(open.get(challenge)).filter(one -> !one.until.isBefore(clock.instant()));
    }

    synchronized void wrong(String challenge) {
        open.computeIfPresent(
                challenge,
                (same, one) ->
                        one.triesLeft <= 1 ? null : new Open(one.account, one.knock, one.until, one.triesLeft - 1));
    }

    /** Whether it was still open. */
    synchronized boolean close(String challenge) {
        return open.remove(challenge) != null;
    }
}
