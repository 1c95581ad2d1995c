// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.time.Duration;

/**
 * A tone that comes and goes.
 *
 * @param hertz 50 to 3,400
 * @param on how long it sounds, greater than 0
 * @param off how long it is silent after that, 0 for a tone without pause
 */
public record Cadence(int hertz, Duration on, Duration off) {
    /** Refuses what no telephone passes. */
    public Cadence {
        if (hertz < 50 || hertz > 3_400) {
            throw new IllegalArgumentException("hertz must be 50 to 3,400 but is " + hertz);
        }
        if (on.isNegative() || on.isZero() || off.isNegative()) {
            throw new IllegalArgumentException("on must be > 0 and off >= 0 but are " + on + " and " + off);
        }
    }
}
