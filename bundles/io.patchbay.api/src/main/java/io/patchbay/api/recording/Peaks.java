// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import java.time.Duration;
import java.util.List;

/**
 * How loud a stretch of a recording is, to draw it.
 *
 * @param from where it begins
 * @param to where it ends
 * @param customer the greatest magnitude in each column of equal length, 0 to 32,768; fewer columns than asked for if
 *     they would be shorter than a sample
 * @param agent the same of the agent's side
 */
public record Peaks(Duration from, Duration to, List<Integer> customer, List<Integer> agent) {
    /** The most columns that can be asked for at once. */
    public static final int MOST_COLUMNS = 4_000;

    public Peaks {
        customer = List.copyOf(customer);
        agent = List.copyOf(agent);
    }
}
