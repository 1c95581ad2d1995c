// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.api.command.Actor;
import io.patchbay.settings.api.ConfigText.Point;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

/** Keeps a restore point every day at its time, unless nothing has changed since the newest. */
public final class DailyPoint {
    private static final Actor SETTINGS = new Actor.Part("settings");

    private final Centre centre;
    private final Supplier<LocalTime> time;
    private final ZoneId zone;
    private final InstantSource clock;
    private Instant looked;

    public DailyPoint(Centre centre, Supplier<LocalTime> time, ZoneId zone, InstantSource clock) {
        this.centre = centre;
        this.time = time;
        this.zone = zone;
        this.clock = clock;
        this.looked = clock.instant();
    }

    /** Called every minute by one thread. */
    public void lookAtTheClock() {
        Instant now = clock.instant();
        ZonedDateTime due = now.atZone(zone).with(time.get());
        Instant last = due.toInstant().isAfter(now) ? due.minusDays(1).toInstant() : due.toInstant();
        if (last.isAfter(looked)) {
            List<Point> points = centre.points().all();
            String text = centre.export();
            if (points.isEmpty() || !centre.points().text(points.get(0).name()).equals(java.util.Optional.of(text))) {
                centre.keep(SETTINGS, "daily", "");
            }
        }
        looked = now;
    }
}
