// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.spi.config.DictionaryUse;
import io.patchbay.spi.event.Declarations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rest of Patchbay through its services. */
public record Surroundings(
        People people,
        Supplier<? extends Collection<Declarations>> declarations,
        Supplier<? extends Collection<DictionaryUse>> uses)
        implements Around {
    @Override
    public List<ParameterType> types() {
        return declarations.get().stream()
                .flatMap(one -> one.parameters().stream())
                .toList();
    }

    @Override
    public Optional<UnitId> above(UnitId unit) {
        return units().filter(one -> one.id().equals(unit)).findFirst().flatMap(Unit::parent);
    }

    @Override
    public boolean unit(UnitId unit) {
        return units().anyMatch(one -> one.id().equals(unit));
    }

    private java.util.stream.Stream<Unit> units() {
        return people.units(Scope.system()).stream();
    }

    @Override
    public Set<RoleId> roles() {
        return people.roles().stream().map(Role::id).collect(Collectors.toSet());
    }

    @Override
    public boolean uses(String dictionary, String code) {
        return uses.get().stream().anyMatch(one -> one.uses(dictionary, code));
    }
}
