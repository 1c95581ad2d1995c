// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.recording.RecordedSound.Gap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stretch without sound.
 *
 * @param from its first sample
 * @param to the sample behind its last
 * @param why why nothing was kept
 */
record Silence(long from, long to, Gap.Why why) {
    Silence later(long samples) {
        return new Silence(from + samples, to + samples, why);
    }

    /** What of it lies in a stretch, counted from the stretch's begin. */
    Optional<Silence> within(long first, long last) {
        long begin = Math.max(from, first);
        long end = Math.min(to, last);
        return begin < end ? Optional.of(new Silence(begin - first, end - first, why)) : Optional.empty();
    }

    Gap gap() {
        return new Gap(millis(from), millis(to - from), why);
    }

    private static Duration millis(long samples) {
        return Duration.ofMillis(samples * 1000 / TimeLine.RATE);
    }

    /** Adds it; what goes on where the last one of the same cause ended is one with it. */
    void addTo(List<Silence> all) {
        Silence last = all.isEmpty() ? this : all.get(all.size() - 1);
        if (!all.isEmpty() && last.to() == from && last.why() == why) {
            all.set(all.size() - 1, new Silence(last.from(), to, why));
        } else if (to > from) {
            all.add(this);
        }
    }
}
