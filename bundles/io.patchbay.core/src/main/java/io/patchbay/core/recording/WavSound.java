// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.recording.Peaks;
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
    private final long first;
    private final long last;
    private final List<Silence> gaps;
    private final byte[] header;
    private final long length;

    WavSound(List<Track> tracks) {
        this(TimeLine.of(tracks));
    }

    private WavSound(TimeLine line) {
        this(line, 0, line.samples());
    }

    /** The stretch of a line from a sample to the one behind its last. */
    private WavSound(TimeLine line, long first, long last) {
        this.line = line;
        this.first = first;
        this.last = last;
        gaps = line.gaps().stream()
                .flatMap(gap -> gap.within(first, last).stream())
                .toList();
        header = WavHeader.of(last - first, gaps.stream().map(Silence::from).toList());
        length = header.length + (last - first) * WavHeader.FRAME_BYTES;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Duration duration() {
        return Duration.ofMillis((last - first) * 1000 / TimeLine.RATE);
    }

    @Override
    public List<Gap> gaps() {
        return gaps.stream().map(Silence::gap).toList();
    }

    @Override
    public RecordedSound between(Duration from, Duration to) {
        if (from.isNegative() || from.compareTo(to) >= 0 || to.compareTo(duration()) > 0) {
            throw new IllegalArgumentException(
                    "a stretch must lie in 0 to " + duration() + " but is " + from + " to " + to);
        }
        boolean whole = to.equals(duration());
        return new WavSound(line, first + samples(from), whole ? last : first + samples(to));
    }

    private static long samples(Duration time) {
        return time.toMillis() * TimeLine.RATE / 1000;
    }

    @Override
    public Peaks peaks(Duration from, Duration to, int columns) throws IOException {
        if (columns < 1 || columns > Peaks.MOST_COLUMNS) {
            throw new IllegalArgumentException("columns must be 1 to " + Peaks.MOST_COLUMNS + " but are " + columns);
        }
        Duration end = to.compareTo(duration()) < 0 ? to : duration();
        Duration begin = from.isNegative() ? Duration.ZERO : from.compareTo(end) < 0 ? from : end;
        long behind = end.equals(duration()) ? last : first + samples(end);
        Loudness loudness = new Loudness(first + samples(begin), behind, columns);
        for (Place place : line.places()) {
            loudness.add(place);
        }
        return loudness.peaks(begin, end);
    }

    @Override
    public void write(long from, long to, OutputStream out) throws IOException {
        if (from < 0 || to < from || to > length) {
            throw new IllegalArgumentException("range must lie in 0 to " + length + " but is " + from + " to " + to);
        }
        if (from < header.length) {
            out.write(header, (int) from, (int) (Math.min(to, header.length) - from));
        }
        long before = first * WavHeader.FRAME_BYTES - header.length;
        long at = Math.max(from, header.length) + before;
        long end = to + before;
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
