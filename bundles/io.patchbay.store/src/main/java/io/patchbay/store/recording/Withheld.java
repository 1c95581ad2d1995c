// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

/**
 * A stretch of a second that was not to be kept, such as a PIN being entered.
 *
 * @param from its first sample, a multiple of 160
 * @param to the sample behind its last one, a multiple of 160; as {@code from} if there is none
 */
public record Withheld(int from, int to) {
    /** Nothing was withheld. */
    public static final Withheld NOTHING = new Withheld(0, 0);

    private static final int TICK = 160;

    /** Checks the bounds. */
    public Withheld {
        if (from < 0 || to < from || to > RecordedFrame.WHOLE || from % TICK != 0 || to % TICK != 0) {
            throw new IllegalArgumentException("a second cannot be withheld from " + from + " to " + to);
        }
    }

    /**
     * Whether there is any.
     *
     * @return true if something was withheld
     */
    public boolean any() {
        return to > from;
    }

    int firstTick() {
        return from / TICK;
    }

    int ticks() {
        return (to - from) / TICK;
    }

    static Withheld ofTicks(int first, int count) {
        return count == 0 ? NOTHING : new Withheld(first * TICK, (first + count) * TICK);
    }
}
