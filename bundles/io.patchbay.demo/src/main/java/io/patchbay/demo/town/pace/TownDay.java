// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** The town's clock: begins at nine in the morning and may run faster than ours. One thread at a time. */
public final class TownDay {
    private static final LocalTime BEGINNING = LocalTime.of(9, 0);

    private Instant setAt;
    private LocalTime set = BEGINNING;
    private int speed;

    public TownDay(Instant now, int speed) {
        setAt = now;
        this.speed = speed;
    }

    /** What time it is there. */
    public LocalTime at(Instant now) {
        return set.plus(Duration.between(setAt, now).multipliedBy(speed));
    }

    /** Runs at another speed from now on. */
    public void speed(Instant now, int changed) {
        set = at(now);
        setAt = now;
        speed = changed;
    }
}
