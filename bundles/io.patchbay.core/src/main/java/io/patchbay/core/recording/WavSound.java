// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.recording.RecordedSound;
import io.patchbay.core.recording.TimeLine.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** A time line as a WAV file; a range of it opens only the seconds that it touches. */
final class WavSound implements RecordedSound {
    private static final int SECOND_BYTES = TimeLine.RATE * WavHeader.FRAME_BYTES;
    private static final byte[] SILENCE = new byte[SECOND_BYTES];

    private final TimeLine line;
    private final byte[] header;
    private final long length;

    WavSound(List<Track> tracks) {
        line = TimeLine.of(tracks);
        header = WavHeader.of(
                line.samples(), line.gaps().stream().map(Silence::from).toList());
        length = header.length + line.samples() * WavHeader.FRAME_BYTES;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Duration duration() {
        return Duration.ofMillis(line.samples() * 1000 / TimeLine.RATE);
    }

    @Override
    public List<Gap> gaps() {
        return line.gaps().stream().map(Silence::gap).toList();
    }

    @Override
    public void write(long from, long to, OutputStream out) throws IOException {
        if (from < 0 || to < from || to > length) {
            throw new IllegalArgumentException("range must lie in 0 to " + length + " but is " + from + " to " + to);
        }
        if (from < header.length) {
            out.write(header, (int) from, (int) (Math.min(to, header.length) - from));
        }
        long at = Math.max(from, header.length) - header.length;
        long end = to - header.length;
        for (Place place : line.places()) {
            long begin = place.at() * WavHeader.FRAME_BYTES;
            at = silence(at, Math.min(end, begin), out);
            at = sound(place, at, Math.min(end, place.end() * WavHeader.FRAME_BYTES), out);
        }
    }

    private static long silence(long from, long to, OutputStream out) throws IOException {
        long at = from;
        while (at < to) {
            int some = (int) Math.min(SILENCE.length, to - at);
            out.write(SILENCE, 0, some);
            at += some;
        }
        return at;
    }

    private static long sound(Place place, long from, long to, OutputStream out) throws IOException {
        if (from >= to) {
            return from;
        }
        long begin = place.at() * WavHeader.FRAME_BYTES;
        long at = from;
        try (Track.Reel reel = place.track().open()) {
            while (at < to) {
                int index = (int) ((at - begin) / SECOND_BYTES);
                long secondBegin = begin + (long) index * SECOND_BYTES;
                long end = Math.min(to, secondBegin + SECOND_BYTES);
                byte[] second = reel.second(index);
                int kept = (int) Math.max(0, Math.min(end - at, secondBegin + second.length - at));
                out.write(second, kept == 0 ? 0 : (int) (at - secondBegin), kept);
                at = silence(at + kept, end, out);
            }
        }
        return at;
    }
}
