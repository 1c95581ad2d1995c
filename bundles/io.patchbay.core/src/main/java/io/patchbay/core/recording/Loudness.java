// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.recording.Peaks;
import io.patchbay.core.recording.TimeLine.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The greatest magnitudes of a stretch of a time line, by columns; one second of it is in memory at a time. */
final class Loudness {
    private final long first;
    private final long last;
    private final int[] customer;
    private final int[] agent;

    Loudness(long first, long last, int columns) {
        this.first = first;
        this.last = last;
        int count = (int) Math.min(columns, last - first);
        customer = new int[count];
        agent = new int[count];
    }

    /** Adds what of a place lies in the stretch. */
    void add(Place place) throws IOException {
        long begin = Math.max(first, place.at());
        long end = Math.min(last, place.end());
        if (begin >= end) {
            return;
        }
        try (Track.Reel reel = place.track().open()) {
            int from = (int) ((begin - place.at()) / TimeLine.RATE);
            int to = (int) ((end - 1 - place.at()) / TimeLine.RATE);
            for (int index = from; index <= to; index++) {
                add(reel.second(index), place.at() + (long) index * TimeLine.RATE);
            }
        }
    }

    private void add(byte[] second, long begin) {
        ByteBuffer sound = ByteBuffer.wrap(second).order(ByteOrder.LITTLE_ENDIAN);
        for (long sample = begin; sound.hasRemaining(); sample++) {
            int left = Math.abs((int) sound.getShort());
            int right = Math.abs((int) sound.getShort());
            if (sample >= first && sample < last) {
                int column = (int) ((sample - first) * customer.length / (last - first));
                customer[column] = Math.max(customer[column], left);
                agent[column] = Math.max(agent[column], right);
            }
        }
    }

    Peaks peaks(Duration from, Duration to) {
        return new Peaks(from, to, list(customer), list(agent));
    }

    private static List<Integer> list(int[] columns) {
        return Arrays.stream(columns).boxed().toList();
    }
}
