// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Spares a source that does not answer: after five failures in a row it is left alone for 30 s, then tried once; sooner
 * only if somebody insists, one at a time.
 */
final class Breaker {
    static final int PATIENCE = 5;
    static final Duration REST = Duration.ofSeconds(30);

    private int failures;
    private Instant restsUntil = Instant.MIN;
    private boolean trying;

    /** Whether it may be asked now. */
    synchronized boolean admits(Instant now, boolean insisted) {
        if (failures < PATIENCE) {
            return true;
        } else if (trying || (now.isBefore(restsUntil) && !insisted)) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void answered() {
        failures = 0;
        trying = false;
    }

    synchronized void failed(Instant now) {
        failures++;
        trying = false;
        if (failures >= PATIENCE) {
            restsUntil = now.plus(REST);
        }
    }

    /** Until when it is left alone. */
    synchronized Optional<Instant> rests(Instant now) {
        return failures >= PATIENCE && now.isBefore(restsUntil) ? Optional.of(restsUntil) : Optional.empty();
    }
}
