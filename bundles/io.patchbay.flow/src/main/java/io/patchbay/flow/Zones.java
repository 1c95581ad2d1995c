// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Unit;
import java.time.ZoneId;

/** Whose day it is. */
final class Zones {
    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

    private final People people;

    Zones(People people) {
        this.people = people;
    }

    ZoneId of(UnitId id) {
        return people.units(Scope.system()).stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(Unit::zone)
                .orElse(USUAL);
    }
}
