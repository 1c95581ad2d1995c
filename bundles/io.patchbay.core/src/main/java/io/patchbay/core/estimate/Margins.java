// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far, in spreads, waits came out below and above their means lately: the range for the next one. It learns what a
 * pace cannot see, such as callers who give up or are overtaken (conformal prediction over the last outcomes).
 */
final class Margins {
    private static final int SAMPLES = 400;
    private static final int ENOUGH = 40;
    private static final double TAIL = 0.03;
    /** Of an exponential wait about 97 in 100 lie in between. */
    private static final double FIRST_LOW = -1.5;

    private static final double FIRST_HIGH = 2.6;
    /** Waits of one hour resemble each other: a lucky hour must not make the range too narrow for the next. */
    private static final double LEAST_LOW = -1.3;

    private static final double LEAST_HIGH = 1.9;

    private final Deque<Double> outcomes = new ArrayDeque<>();
    private double low = FIRST_LOW;
    private double high = FIRST_HIGH;

    void learn(Pace.Expected told, double seconds) {
        outcomes.addLast((seconds - told.mean()) / told.spread());
        if (outcomes.size() > SAMPLES) {
            outcomes.removeFirst();
        }
        if (outcomes.size() >= ENOUGH) {
            double[] sorted =
                    outcomes.stream().mapToDouble(outcome -> outcome).sorted().toArray();
            int tail = (int) Math.floor(TAIL * sorted.length);
            low = Math.min(LEAST_LOW, sorted[tail]);
            high = Math.max(LEAST_HIGH, sorted[sorted.length - 1 - tail]);
        }
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }
}
