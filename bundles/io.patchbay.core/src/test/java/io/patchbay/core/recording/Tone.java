// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/** A track whose bytes tell where they come from. */
record Tone(Instant began, long samples, SortedSet<Integer> lost) implements Track {
    static Tone of(Instant began, long samples, Integer... lost) {
        return new Tone(began, samples, new TreeSet<>(java.util.List.of(lost)));
    }

    @Override
    public Reel open() {
        return new Reel() {
            @Override
            public byte[] second(int index) {
                return Tone.this.second(index);
            }

            @Override
            public void close() {}
        };
    }

    private byte[] second(int index) {
        if (lost.contains(index)) {
            return new byte[0];
        }
        byte[] sound = new byte[(int) Math.min(TimeLine.RATE, samples - (long) index * TimeLine.RATE) * 4];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (byte) (1 + (index * 31 + i) % 127);
        }
        return sound;
    }
}
