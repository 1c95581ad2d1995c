// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import java.util.List;
import java.util.Objects;

/**
 * A queue's last half hour, the running minute included, and what follows from it.
 *
 * @param halfHour contacts that entered, and those that were answered or left in that time, whenever they had entered
 * @param forecast contacts that wait in {@value #AHEAD_MINUTES} minutes: those that wait now, more or fewer by as many
 *     as entered or went in the last {@value #AHEAD_MINUTES} minutes, less one for each agent who is free now; 0 or
 *     more
 * @param waiting how many waited at the end of each of the last {@value #MINUTES} minutes, oldest first; the last one
 *     is now
 */
public record QueueTrend(QueueFigures.Today halfHour, int forecast, List<Integer> waiting) {
    /** How far it looks back. */
    public static final int MINUTES = 30;
    /** How far it looks ahead. */
    public static final int AHEAD_MINUTES = 15;

    public QueueTrend {
        Objects.requireNonNull(halfHour, "halfHour");
        waiting = List.copyOf(waiting);
    }
}
