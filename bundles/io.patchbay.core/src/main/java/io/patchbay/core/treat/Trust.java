// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.treat;

import java.time.Duration;
import java.time.Instant;

/** How often a treatment failed lately; one that keeps failing is left alone for a while. */
final class Trust {
    private static final int MOST_FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);

    private int failures;
    private Instant until = Instant.MIN;

    synchronized boolean resting(Instant now) {
        return now.isBefore(until);
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed(Instant now) {
        failures++;
        if (failures >= MOST_FAILURES) {
            until = now.plus(REST);
            failures = 0;
        }
    }
}
