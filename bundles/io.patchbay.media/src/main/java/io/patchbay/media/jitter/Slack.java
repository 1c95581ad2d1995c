// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.jitter;

/** How early packets come at least; tells when a frame of waiting can be spared. */
final class Slack {
    private static final int WINDOW_TICKS = 100;
    private static final int LONGEST_WAIT_FOR_QUIET_TICKS = 50;
    private static final int SPARE = 2 * JitterBuffer.FRAME;

    private int least = Integer.MAX_VALUE;
    private int ticks;
    private int waited;

    void margin(int samples) {
        least = Math.min(least, samples);
    }

    /** A tick passed; true if a frame could be spared. */
    boolean tick() {
        if (++ticks < WINDOW_TICKS) {
            return false;
        }
        boolean spare = least >= SPARE && least != Integer.MAX_VALUE;
        if (!spare) {
            restart();
        }
        return spare;
    }

    /** True if it goes now: when it is quiet, or there was no quiet for long. */
    boolean drops(boolean quiet) {
        if (!quiet && ++waited < LONGEST_WAIT_FOR_QUIET_TICKS) {
            return false;
        }
        restart();
        return true;
    }

    void restart() {
        least = Integer.MAX_VALUE;
        ticks = 0;
        waited = 0;
    }
}
