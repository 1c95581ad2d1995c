// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Keeps how values are spread. Any thread may add at any time; adding never waits. */
public final class Histogram {
    private static final double[] LATENCIES = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };
    private static final double NANOS = 1e9;

    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    /**
     * Without values.
     *
     * @param bounds upper bounds of the classes, inclusive, growing
     */
    public Histogram(double... bounds) {
        this.bounds = bounds.clone();
        counts = new LongAdder[bounds.length + 1];
        Arrays.setAll(counts, each -> new LongAdder());
    }

    /**
     * For times from 1 ms to 30 s.
     *
     * @return an empty one, in seconds
     */
    public static Histogram ofLatencies() {
        return new Histogram(LATENCIES);
    }

    /**
     * Adds a value.
     *
     * @param value in the unit of the meter
     */
    public void add(double value) {
        int found = Arrays.binarySearch(bounds, value);
        counts[found >= 0 ? found : -found - 1].increment();
        sum.add(value);
    }

    /**
     * Adds a time to a histogram in seconds.
     *
     * @param time how long it took
     */
    public void add(Duration time) {
        add(time.toNanos() / NANOS);
    }

    /**
     * The values so far.
     *
     * @return what was added before, and perhaps some of what is being added
     */
    public Spread spread() {
        List<Long> now = new ArrayList<>(counts.length);
        for (LongAdder count : counts) {
            now.add(count.sum());
        }
        return new Spread(Arrays.stream(bounds).boxed().toList(), now, sum.sum());
    }
}
