// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.access;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one reader may see: every read of rows, entries and live figures goes through one. Got from {@code People.scope}
 * for a person; {@link #system()} is for projections and the core itself, never for a request from outside.
 *
 * @param reader who reads; empty for the system
 * @param reaches his permissions and where each holds
 */
public record Scope(Optional<UserId> reader, List<Reach> reaches) {
    private static final Scope SYSTEM = new Scope(Optional.empty(), List.of());

    public Scope {
        Objects.requireNonNull(reader, "reader");
        reaches = List.copyOf(reaches);
    }

    /**
     * The scope of Patchbay itself.
     *
     * @return a scope that sees all units and holds every permission
     */
    public static Scope system() {
        return SYSTEM;
    }

    /**
     * The scope of a person whose permissions all hold in the same units.
     *
     * @param reader who
     * @param units where, with sub-units
     * @param permissions what
     * @return the scope
     */
    public static Scope of(UserId reader, Set<UnitId> units, Set<String> permissions) {
        return new Scope(Optional.of(reader), List.of(new Reach(permissions, units, Set.of(), Set.of())));
    }

    /**
     * The scope of a person who may nothing: unknown, disabled, without rights.
     *
     * @param reader who
     * @return the scope
     */
    public static Scope nothing(UserId reader) {
        return new Scope(Optional.of(reader), List.of());
    }

    /**
     * Whether this is Patchbay itself, which looks at no unit.
     *
     * @return true only for {@link #system()}
     */
    public boolean everywhere() {
        return reader.isEmpty();
    }

    /**
     * Whether things of a unit are visible at all, by whatever permission.
     *
     * @param unit the unit a row or entry carries
     * @return true if the reader may see it
     */
    public boolean sees(UnitId unit) {
        return everywhere() || reaches.stream().anyMatch(reach -> reach.units().contains(unit));
    }

    /**
     * Whether the reader holds a permission anywhere: enough to show a view, never to show a thing.
     *
     * @param permission the declared key, for example {@code address.unmasked}; an empty one is everybody's
     * @return true if he does; always true for the system
     */
    public boolean may(String permission) {
        return everywhere()
                || permission.isEmpty()
                || reaches.stream().anyMatch(reach -> reach.permissions().contains(permission));
    }

    /**
     * Whether the reader holds a permission for a thing.
     *
     * @param permission the declared key
     * @param place where the thing lies
     * @return true if one of his reaches has the permission and covers the place
     */
    public boolean may(String permission, Place place) {
        return everywhere() || reaching(permission).stream().anyMatch(reach -> reach.covers(place));
    }

    /**
     * Where a permission holds, for queries.
     *
     * @param permission the declared key
     * @return the reaches that have it; none for the system, which is {@link #everywhere()}
     */
    public List<Reach> reaching(String permission) {
        return reaches.stream()
                .filter(reach -> reach.permissions().contains(permission))
                .toList();
    }

    /**
     * The units in which a permission holds, for queries over things that have only a unit.
     *
     * @param permission the declared key
     * @return the units; none for the system, which is {@link #everywhere()}
     */
    public Set<UnitId> units(String permission) {
        Set<UnitId> units = new HashSet<>();
        reaching(permission).forEach(reach -> units.addAll(reach.units()));
        return units;
    }

    /**
     * All permissions, wherever they hold.
     *
     * @return declared keys; none for the system, which holds all
     */
    public Set<String> permissions() {
        Set<String> permissions = new HashSet<>();
        reaches.forEach(reach -> permissions.addAll(reach.permissions()));
        return permissions;
    }
}
