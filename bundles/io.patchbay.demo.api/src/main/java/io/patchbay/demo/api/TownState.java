// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.api;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.UserId;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The town now.
 *
 * @param pace what was asked for
 * @param time the time of the town's day
 * @param factor by what the rates are multiplied at this hour, about 0.2 to 2
 * @param curve that factor for each of the day's 24 hours
 * @param tallies what came of each channel since this start
 * @param contacts contacts of the town in this home, over all starts
 * @param most how many there may be in all; then nobody gets in touch any more
 * @param halt why nobody gets in touch though it runs
 * @param staff the simulated agents
 */
public record TownState(
        TownPace pace,
        LocalTime time,
        double factor,
        List<Double> curve,
        Map<ChannelKey, Tally> tallies,
        long contacts,
        long most,
        Halt halt,
        List<UserId> staff) {
    /** Copies what is passed. */
    public TownState {
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(time, "time");
        curve = List.copyOf(curve);
        tallies = Map.copyOf(tallies);
        Objects.requireNonNull(halt, "halt");
        staff = List.copyOf(staff);
    }

    /**
     * What came of one channel.
     *
     * @param begun how often somebody got in touch
     * @param open how many are at it now
     * @param handled how many an agent brought to an end
     * @param abandoned how many gave up waiting
     * @param failed how many did not get through
     */
    public record Tally(long begun, int open, long handled, long abandoned, long failed) {}

    /** Why nobody gets in touch. */
    public enum Halt {
        /** Nothing is in the way. */
        NONE,
        /** People, queues and accounts are still being made. */
        PREPARING,
        /** The limit of contacts is reached. */
        CONTACTS,
        /** The disk has too little room left. */
        DISK
    }
}
