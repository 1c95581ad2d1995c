// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.util.concurrent.TimeUnit;

/** How fast exchanges may begin: at most so many a second, a tenth of them at once. Safe for any thread. */
final class Pace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long gap;
    private final long slack;
    private long next;

    Pace(int perSecond, long now) {
        gap = SECOND / perSecond;
        slack = SECOND / 10;
        next = now;
    }

    /** How long the exchange that begins now has to wait, in nanoseconds. */
    synchronized long take(long now) {
        next = Math.max(next + gap, now - slack);
        return Math.max(0, next - now);
    }
}
