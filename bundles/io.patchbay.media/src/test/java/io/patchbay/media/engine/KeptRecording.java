// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.G711;
import io.patchbay.media.RecordedSecond;
import io.patchbay.media.RecordingSink;
import io.patchbay.media.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A sink that keeps all in memory. */
final class KeptRecording implements RecordingSink {
    private final Map<Side, List<Short>> samples = new EnumMap<>(Side.class);
    private final List<String> told = new ArrayList<>();
    private boolean failing;

    KeptRecording() {
        for (Side side : Side.values()) {
            samples.put(side, new ArrayList<>());
        }
    }

    KeptRecording failing() {
        failing = true;
        return this;
    }

    @Override
    public void second(RecordedSecond second) throws IOException {
        if (failing) {
            throw new IOException("disk full");
        }
        RecordedSecond.Withheld withheld = second.withheld();
        told.add(second.index() + ": " + second.samples()
                + (withheld.any() ? " withheld " + withheld.from() + "-" + withheld.to() : ""));
        for (Side side : Side.values()) {
            G711 law = second.law(side);
            byte[] codes = new byte[second.samples()];
            second.audio(side).get(codes);
            for (byte code : codes) {
                samples.get(side).add(law.decode(code));
            }
        }
    }

    @Override
    public void lost(int seconds) {
        told.add("lost " + seconds);
    }

    @Override
    public void closed() {
        told.add("closed");
    }

    @Override
    public void failed(IOException why) {
        told.add("failed: " + why.getMessage());
    }

    List<String> told() {
        return told;
    }

    short[] audio(Side side) {
        List<Short> all = samples.get(side);
        short[] audio = new short[all.size()];
        for (int i = 0; i < audio.length; i++) {
            audio[i] = all.get(i);
        }
        return audio;
    }
}
