// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.pace;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.TownPace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * When the next customer gets in touch: independent of the others, so many an hour on average (a Poisson process). The
 * same seed and the same clock give the same arrivals. One thread at a time.
 */
public final class Arrivals {
    /** Whatever the clock does, no more than this passes between two looks. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final double NANOS_AN_HOUR = Duration.ofHours(1).toNanos();

    private final Random random;
    private final Map<ChannelKey, Double> left = new HashMap<>();
    private Instant looked;

    public Arrivals(Random random, Instant now) {
        this.random = random;
        looked = now;
        TownPace.CHANNELS.forEach(channel -> left.put(channel, next()));
    }

    /** Who is due since the last look, by channel. */
    public List<ChannelKey> due(Instant now, TownPace pace, double factor) {
        Duration passed = Duration.between(looked, now);
        looked = now;
        if (!pace.running() || passed.isNegative()) {
            return List.of();
        }
        double hours = Math.min(passed.toNanos(), LONGEST.toNanos()) / NANOS_AN_HOUR;
        List<ChannelKey> due = new ArrayList<>();
        for (ChannelKey channel : TownPace.CHANNELS) {
            double rest = left.get(channel) - hours * pace.of(channel) * factor;
            while (rest <= 0) {
                due.add(channel);
                rest += next();
            }
            left.put(channel, rest);
        }
        return due;
    }

    private double next() {
        return -Math.log(1 - random.nextDouble());
    }
}
