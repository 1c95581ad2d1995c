// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tracks one after the other as they were said.
 *
 * @param places where each track lies, in order, never over another
 * @param samples how long it is
 * @param gaps first samples of all that is silent because nothing was kept
 */
record TimeLine(List<Place> places, long samples, List<Long> gaps) {
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
        List<Long> gaps = new ArrayList<>();
        long end = 0;
        for (Track track : ordered) {
            long since = Duration.between(ordered.get(0).began(), track.began()).toMillis() * SAMPLES_PER_MILLI;
            Place place = new Place(Math.max(end, since), track);
            if (place.at() > end) {
                gaps.add(end);
            }
            lost(place, gaps);
            places.add(place);
            end = place.end();
        }
        return new TimeLine(places, end, gaps);
    }

    /** Lost seconds in a row are one gap. */
    private static void lost(Place place, List<Long> gaps) {
        place.track().lost().stream()
                .filter(second -> !place.track().lost().contains(second - 1))
                .forEach(second -> gaps.add(place.at() + (long) second * RATE));
    }
}
