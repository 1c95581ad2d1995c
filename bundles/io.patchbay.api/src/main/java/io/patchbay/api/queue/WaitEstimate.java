// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

/**
 * How long a contact may still wait, worked out from the recent pace of its queue.
 *
 * @param lowSeconds the wait is hardly shorter; at least 0
 * @param highSeconds the wait is hardly longer; at least {@code lowSeconds}
 * @param atLeast whether there is too little to go by for a range: then only "more than {@code lowSeconds}" may be
 *     said, and {@code highSeconds} is a guess
 */
public record WaitEstimate(int lowSeconds, int highSeconds, boolean atLeast) {
    public WaitEstimate {
        if (lowSeconds < 0 || highSeconds < lowSeconds) {
            throw new IllegalArgumentException(
                    "the range must be 0 or more, low before high, but is " + lowSeconds + " to " + highSeconds);
        }
    }

    /**
     * Whether a wait was as told.
     *
     * @param seconds how long it was
     * @return true if it lay in the range, or was no shorter where only "more than" was told
     */
    public boolean holds(double seconds) {
        return seconds >= lowSeconds && (atLeast || seconds <= highSeconds);
    }

    /**
     * The middle of the range, for where one number must do.
     *
     * @return seconds, rounded up
     */
    public int middleSeconds() {
        return lowSeconds + (highSeconds - lowSeconds + 1) / 2;
    }
}
