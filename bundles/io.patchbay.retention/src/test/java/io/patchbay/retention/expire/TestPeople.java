// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.api.watch.Watch;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A root with a branch. */
final class TestPeople implements People {
    static final UnitId BRANCH = new UnitId("branch");

    @Override
    public Scope scope(UserId user) {
        return Scope.system();
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return Optional.empty();
    }

    @Override
    public List<Person> people(Scope scope) {
        return List.of();
    }

    @Override
    public List<Unit> units(Scope scope) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return List.of(
                new Unit(UnitId.ROOT, "HQ", Optional.empty(), zone),
                new Unit(BRANCH, "Branch", Optional.of(UnitId.ROOT), zone));
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
