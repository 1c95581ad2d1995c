// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.jitter;

import io.patchbay.media.G711;

/** Hides what is missing: the last frame again, fading, then nothing. */
final class Concealment {
    private static final int[] FADE_PERCENT = {80, 50, 25};

    private final byte[] last = new byte[JitterBuffer.FRAME];
    private int missing = FADE_PERCENT.length;

    void heard(byte[] frame) {
        System.arraycopy(frame, 0, last, 0, last.length);
        missing = 0;
    }

    void forget() {
        missing = FADE_PERCENT.length;
    }

    /** Fills a frame; false if it is silence by now. */
    boolean fill(byte[] frame, G711 law) {
        if (missing >= FADE_PERCENT.length) {
            return false;
        }
        int percent = FADE_PERCENT[missing++];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = law.encode((short) (law.decode(last[i]) * percent / 100));
        }
        return true;
    }

    /** The sample in place of one missing in the middle of a frame. */
    byte at(int index, G711 law) {
        return missing >= FADE_PERCENT.length ? law.silence() : last[index];
    }
}
