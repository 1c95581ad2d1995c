// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.access;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one reader may see: every read of rows, entries and live figures goes through one. Got from {@code People.scope}
 * for a person; {@link #system()} is for projections and the core itself, never for a request from outside.
 *
 * @param reader who reads; empty for the system
 * @param units the units whose things he may see, with their sub-units already in it
 * @param permissions the permissions he holds
 * @param everywhere whether the units are not looked at
 */
public record Scope(Optional<UserId> reader, Set<UnitId> units, Set<String> permissions, boolean everywhere) {
    public Scope {
        Objects.requireNonNull(reader, "reader");
        units = Set.copyOf(units);
        permissions = Set.copyOf(permissions);
    }

    /**
     * The scope of Patchbay itself.
     *
     * @return a scope that sees all units and holds every permission
     */
    public static Scope system() {
        return new Scope(Optional.empty(), Set.of(), Set.of(), true);
    }

    /**
     * Whether things of a unit are visible.
     *
     * @param unit the unit a row or entry carries
     * @return true if the reader may see it
     */
    public boolean sees(UnitId unit) {
        return everywhere || units.contains(unit);
    }

    /**
     * Whether the reader holds a permission.
     *
     * @param permission the declared key, for example {@code customer.unmasked}; an empty one is everybody's
     * @return true if he does; always true for the system
     */
    public boolean may(String permission) {
        return reader.isEmpty() || permission.isEmpty() || permissions.contains(permission);
    }
}
