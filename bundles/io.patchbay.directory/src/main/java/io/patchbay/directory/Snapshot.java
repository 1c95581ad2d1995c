// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.store.PeopleTables.Everything;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All units, roles and accounts at one moment; never changed. */
final class Snapshot {
    private final Map<UnitId, Unit> units = new TreeMap<>();
    private final Map<RoleId, Role> roles = new TreeMap<>();
    private final Map<UserId, Account> accounts = new TreeMap<>();
    private final Map<String, StaffTerm> terms = new TreeMap<>();

    Snapshot(Everything all) {
        all.units().forEach(unit -> units.put(unit.id(), unit));
        all.roles().forEach(role -> roles.put(role.id(), role));
        all.accounts().forEach(account -> accounts.put(account.person().user(), account));
        all.terms().forEach(term -> terms.put(term.kind().wire() + ":" + term.id(), term));
    }

    private Snapshot(Snapshot other) {
        units.putAll(other.units);
        roles.putAll(other.roles);
        accounts.putAll(other.accounts);
        terms.putAll(other.terms);
    }

    /** How it would be with this person. */
    Snapshot with(Account account) {
        Snapshot next = new Snapshot(this);
        next.accounts.put(account.person().user(), account);
        return next;
    }

    /** How it would be with this role. */
    Snapshot with(Role role) {
        Snapshot next = new Snapshot(this);
        next.roles.put(role.id(), role);
        return next;
    }

    boolean empty() {
        return units.isEmpty();
    }

    Optional<Account> account(UserId user) {
        return Optional.ofNullable(accounts.get(user));
    }

    Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    Optional<Role> role(RoleId id) {
        return Optional.ofNullable(roles.get(id));
    }

    List<Role> roles() {
        return List.copyOf(roles.values());
    }

    /** By name. */
    List<Person> people() {
        return accounts.values().stream()
                .map(Account::person)
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::user))
                .toList();
    }

    UnitId root() {
        return units.values().stream()
                .filter(unit -> unit.parent().isEmpty())
                .map(Unit::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no root unit"));
    }

    /** A unit and all below it, parents first. */
    List<UnitId> below(UnitId top) {
        List<UnitId> found = new ArrayList<>();
        Deque<UnitId> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            UnitId unit = open.poll();
            found.add(unit);
            units.values().stream()
                    .filter(child -> child.parent().equals(Optional.of(unit)))
                    .forEach(child -> open.add(child.id()));
        }
        return found;
    }

    /** In their order. */
    List<StaffTerm> terms() {
        return terms.values().stream()
                .sorted(Comparator.comparing(StaffTerm::kind)
                        .thenComparing(StaffTerm::order)
                        .thenComparing(StaffTerm::id))
                .toList();
    }

    Optional<StaffTerm> term(StaffTerm.Kind kind, String id) {
        return Optional.ofNullable(terms.get(kind.wire() + ":" + id));
    }

    /** What a person may see and do at a moment; the role administrator holds everything that is declared. */
    Scope scope(Person person, Instant at, Set<String> declared) {
        return new Scope(
                Optional.of(person.user()),
                person.enabled() ? Rights.reaches(person.unit(), person.grants(), at, house(declared)) : List.of());
    }

    private Rights.House house(Set<String> declared) {
        return new Rights.House() {
            @Override
            public List<UnitId> below(UnitId unit) {
                return Snapshot.this.below(unit);
            }

            @Override
            public Set<String> permissions(RoleId role) {
                return Snapshot.this.permissions(role, declared);
            }
        };
    }

    Set<String> permissions(RoleId role, Set<String> declared) {
        return role.equals(FirstStart.ADMINISTRATOR)
                ? declared
                : role(role).map(Role::permissions).orElse(Set.of());
    }
}
