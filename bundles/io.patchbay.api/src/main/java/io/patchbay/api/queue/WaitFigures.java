// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import java.util.Objects;
import java.util.Optional;

/**
 * What a queue tells of its waits, and how well it told today.
 *
 * @param next what a contact that came now would be told
 * @param told ranges told this business day to contacts that were answered since
 * @param held of these, how many the wait lay in
 * @param medianErrorSeconds median distance of the wait from the middle of its range; empty while none was told
 */
public record WaitFigures(WaitEstimate next, int told, int held, Optional<Integer> medianErrorSeconds) {
    public WaitFigures {
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(medianErrorSeconds, "medianErrorSeconds");
    }

    /**
     * The share of ranges that held.
     *
     * @return 0.0 to 1.0; empty while none was told
     */
    public Optional<Double> heldShare() {
        return told == 0 ? Optional.empty() : Optional.of(held / (double) told);
    }
}
