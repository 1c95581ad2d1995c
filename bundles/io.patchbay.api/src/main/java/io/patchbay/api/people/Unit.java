// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.id.UnitId;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit of the organisation; units form one tree.
 *
 * @param id the unit
 * @param name shown name, 1 to 80 characters
 * @param parent the unit above; empty for the root
 * @param zone the zone of its business day
 */
public record Unit(UnitId id, String name, Optional<UnitId> parent, ZoneId zone) {
    public Unit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(zone, "zone");
    }
}
