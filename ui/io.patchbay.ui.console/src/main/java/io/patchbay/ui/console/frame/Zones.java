// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import io.patchbay.api.access.Scope;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Unit;
import java.time.ZoneId;
import java.util.Optional;

/** In which zone a person's day is. */
final class Zones {
    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

    private Zones() {}

    static ZoneId of(People people, Scope scope, Optional<Person> person) {
        return person.flatMap(known -> people.units(scope).stream()
                        .filter(unit -> unit.id().equals(known.unit()))
                        .findFirst())
                .map(Unit::zone)
                .orElse(USUAL);
    }
}
