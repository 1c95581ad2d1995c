// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.message.Peer;
import java.time.Duration;
import java.util.Objects;

/**
 * Who is asked whether he is there, by OPTIONS (RFC 3261, 11), and how often.
 *
 * @param peer who
 * @param every the pause after an answer, or after none came; at least 100 ms
 * @param within how long an answer is waited for; at least 100 ms
 */
public record WatchSettings(Peer peer, Duration every, Duration within) {
    private static final long LEAST_MILLIS = 100;

    /** Checks the times. */
    public WatchSettings {
        Objects.requireNonNull(peer, "peer");
        if (every.toMillis() < LEAST_MILLIS || within.toMillis() < LEAST_MILLIS) {
            throw new IllegalArgumentException(
                    "every and within must be at least 100 ms but are " + every + ", " + within);
        }
    }
}
