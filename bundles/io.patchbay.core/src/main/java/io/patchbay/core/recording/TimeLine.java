// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.recording.RecordedSound.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tracks one after the other as they were said.
 *
 * @param places where each track lies, in order, never over another
 * @param samples how long it is
 * @param gaps all that is silent because nothing was kept
 */
record TimeLine(List<Place> places, long samples, List<Silence> gaps) {
    static final int RATE = 8000;
    private static final int SAMPLES_PER_MILLI = RATE / 1000;

    /**
     * A track on the line.
     *
     * @param at its first sample
     * @param track the sound
     */
    record Place(long at, Track track) {
        long end() {
            return at + track.samples();
        }
    }

    static TimeLine of(List<Track> tracks) {
        List<Track> ordered =
                tracks.stream().sorted(Comparator.comparing(Track::began)).toList();
        List<Place> places = new ArrayList<>();
        List<Silence> gaps = new ArrayList<>();
        long end = 0;
        for (Track track : ordered) {
            long since = Duration.between(ordered.get(0).began(), track.began()).toMillis() * SAMPLES_PER_MILLI;
            Place place = new Place(Math.max(end, since), track);
            new Silence(end, place.at(), Gap.Why.OFF).addTo(gaps);
            track.silences().forEach(silence -> silence.later(place.at()).addTo(gaps));
            places.add(place);
            end = place.end();
        }
        return new TimeLine(places, end, gaps);
    }
}
