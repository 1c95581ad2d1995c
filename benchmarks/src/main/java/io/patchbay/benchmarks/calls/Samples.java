// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.util.Arrays;

/** Durations as they were measured, in nanoseconds; any thread. */
final class Samples {
    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int count;

    synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    synchronized int count() {
        return count;
    }

    /** In milliseconds; {@code share} 1 is the longest. */
    synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return sorted[Math.max(1, rank) - 1] / NANOS_A_MILLI;
    }
}
