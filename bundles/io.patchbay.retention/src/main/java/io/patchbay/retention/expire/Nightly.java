// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Scope;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Unit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Once a day, in an hour of the root unit's zone. */
public final class Nightly {
    private final People people;
    private final InstantSource clock;
    private volatile int hour;
    private LocalDate last = LocalDate.MIN;

    /** {@code hour} is 0 to 23, or -1 for never. */
    public Nightly(People people, InstantSource clock, int hour) {
        this.people = people;
        this.clock = clock;
        at(hour);
    }

    /** Takes another hour. */
    public void at(int now) {
        if (now < -1 || now > 23) {
            throw new IllegalArgumentException("hour must be -1 to 23 but is " + now);
        }
        hour = now;
    }

    /** True once a day, when the hour is there. Called by one thread. */
    public boolean due() {
        ZonedDateTime now = clock.instant().atZone(zone());
        if (now.getHour() != hour || now.toLocalDate().equals(last)) {
            return false;
        }
        last = now.toLocalDate();
        return true;
    }

    private ZoneId zone() {
        return people.units(Scope.system()).stream()
                .filter(unit -> unit.parent().isEmpty())
                .map(Unit::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
