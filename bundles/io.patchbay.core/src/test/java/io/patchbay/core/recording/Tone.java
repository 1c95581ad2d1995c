// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.recording.RecordedSound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A track whose bytes tell where they come from. */
record Tone(Instant began, long samples, SortedSet<Integer> lost) implements Track {
    static Tone of(Instant began, long samples, Integer... lost) {
        return new Tone(began, samples, new TreeSet<>(java.util.List.of(lost)));
    }

    @Override
    public List<Silence> silences() {
        List<Silence> silences = new ArrayList<>();
        lost.forEach(second ->
                new Silence(second * 8_000L, (second + 1) * 8_000L, RecordedSound.Gap.Why.LOST).addTo(silences));
        return silences;
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
