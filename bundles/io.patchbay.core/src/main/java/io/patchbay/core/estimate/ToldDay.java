// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How well one queue told its waits this business day. */
final class ToldDay {
    private static final int ERRORS = 5_000;

    private final List<Double> errors = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private int told;
    private int held;

    /** Begins anew with each day. */
    void is(LocalDate now) {
        if (!now.equals(day)) {
            day = now;
            told = 0;
            held = 0;
            errors.clear();
        }
    }

    void answered(Told one, Instant at) {
        told++;
        held += one.estimate().holds(one.waited(at)) ? 1 : 0;
        if (errors.size() < ERRORS) {
            errors.add(one.error(at));
        }
    }

    int told() {
        return told;
    }

    int held() {
        return held;
    }

    Optional<Integer> medianError() {
        List<Double> sorted = errors.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of((int) Math.round(sorted.get(sorted.size() / 2)));
    }
}
