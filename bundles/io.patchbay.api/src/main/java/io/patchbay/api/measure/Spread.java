// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import java.util.List;

/**
 * How many values were how large.
 *
 * @param bounds upper bounds of the classes, inclusive, growing; above the last one there is one class more
 * @param counts values of each class, one more than bounds
 * @param sum of all values
 */
public record Spread(List<Double> bounds, List<Long> counts, double sum) {
    public Spread {
        bounds = List.copyOf(bounds);
        counts = List.copyOf(counts);
        if (counts.size() != bounds.size() + 1) {
            throw new IllegalArgumentException(bounds.size() + " bounds, but " + counts.size() + " counts");
        }
    }

    /**
     * How many values there are.
     *
     * @return all classes together
     */
    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
