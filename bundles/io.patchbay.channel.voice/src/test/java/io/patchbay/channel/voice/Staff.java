// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** People of a test: Alice has extension 1001, Bob 1002, unless it says otherwise. */
public final class Staff implements People {
    public static final AgentId ALICE = new AgentId("alice");
    public static final AgentId BOB = new AgentId("bob");

    private List<Unit> units = List.of();
    private final List<Person> people =
            new CopyOnWriteArrayList<>(List.of(person("alice", "1001", true), person("bob", "1002", true)));

    public static Person person(String user, String extension, boolean enabled) {
        return person(user, extension, new UnitId("headquarters"), enabled);
    }

    private static Person person(String user, String extension, UnitId unit, boolean enabled) {
        return new Person(
                new UserId(user),
                user,
                unit,
                Set.of(),
                new Person.Work(Map.of(), Map.of()),
                extension.isEmpty() ? Optional.empty() : Optional.of(extension),
                enabled,
                Profile.NONE);
    }

    /** The units there are. */
    public Staff units(Unit... now) {
        units = List.of(now);
        return this;
    }

    /** One of a unit; who had his name before is gone. */
    public Staff person(String user, String extension, UnitId unit) {
        people.removeIf(one -> one.user().value().equals(user));
        people.add(person(user, extension, unit, true));
        return this;
    }

    /** These and nobody else. */
    public void are(Person... now) {
        people.clear();
        people.addAll(List.of(now));
    }

    @Override
    public Scope scope(UserId user) {
        return Scope.system();
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return people.stream().filter(one -> one.user().equals(user)).findFirst();
    }

    @Override
    public List<Person> people(Scope scope) {
        return people;
    }

    @Override
    public List<Unit> units(Scope scope) {
        return units;
    }

    @Override
    public List<Role> roles() {
        return List.of();
    }

    @Override
    public Watch watch(Runnable listener) {
        return () -> {};
    }
}
