// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.api;

import io.patchbay.api.id.ChannelKey;
import java.util.List;
import java.util.Map;

/**
 * How busy the town is.
 *
 * @param running whether anybody gets in touch; what runs already is finished either way
 * @param perHour contacts an hour of each channel, averaged over the town's day: 0 to {@value #MOST_A_CHANNEL} each and
 *     at most {@value #MOST} together; a channel that is not named has 0
 * @param daySpeed how many of the town's hours pass in one of ours, 1 to {@value #FASTEST}
 * @param rushHours whether the hour of the town's day counts, or every hour is alike
 * @param guests how many of a hundred contacts come to the queues of the demo's named people, 0 to
 *     {@value #MOST_GUESTS}, and only while one of them is ready; the others are the simulated agents' own
 */
public record TownPace(boolean running, Map<ChannelKey, Integer> perHour, int daySpeed, boolean rushHours, int guests) {
    /** Most contacts an hour of one channel. */
    public static final int MOST_A_CHANNEL = 600;
    /** Most contacts an hour of all channels. */
    public static final int MOST = 1_200;
    /** The fastest day: a quarter of an hour. */
    public static final int FASTEST = 96;
    /** The largest share of guests, in percent. */
    public static final int MOST_GUESTS = 50;
    /** The channels the town uses. */
    public static final List<ChannelKey> CHANNELS =
            List.of(new ChannelKey("voice"), new ChannelKey("sms"), new ChannelKey("email"), new ChannelKey("chat"));

    /** Refuses what is out of bounds and says what it got. */
    public TownPace {
        perHour = Map.copyOf(perHour);
        perHour.forEach((channel, rate) -> {
            if (!CHANNELS.contains(channel)) {
                throw new IllegalArgumentException("the town has no channel \"" + channel + "\" but " + CHANNELS);
            }
            between(channel + " an hour", rate, 0, MOST_A_CHANNEL);
        });
        between(
                "contacts an hour",
                perHour.values().stream().mapToInt(Integer::intValue).sum(),
                0,
                MOST);
        between("daySpeed", daySpeed, 1, FASTEST);
        between("guests", guests, 0, MOST_GUESTS);
    }

    private static void between(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + " but is " + value);
        }
    }

    /**
     * The rate of one channel.
     *
     * @param channel which
     * @return contacts an hour
     */
    public int of(ChannelKey channel) {
        return perHour.getOrDefault(channel, 0);
    }

    /**
     * The same, running or paused.
     *
     * @param now whether it runs
     * @return the changed pace
     */
    public TownPace running(boolean now) {
        return new TownPace(now, perHour, daySpeed, rushHours, guests);
    }
}
