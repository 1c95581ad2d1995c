// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.PeoplePast;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.StaffTerms;
import io.patchbay.api.people.Unit;
import io.patchbay.api.watch.Watch;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.store.PeopleTables;
import io.patchbay.store.Home;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directory in memory. Reads look at an immutable snapshot, which is made anew after each change. */
@Component(
        service = {People.class, PeoplePast.class, StaffTerms.class, Directory.class},
        immediate = true) // the first start makes the first account
public final class Directory implements People, PeoplePast, StaffTerms {
    private final PeopleTables tables;
    private final Declared declared;
    private final InstantSource clock;
    private final List<Consumer<UserId>> sessionEnds = new CopyOnWriteArrayList<>();
    private final List<Runnable> changes = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;

    /**
     * Opens the directory; at the first start it seeds it.
     *
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param declared the permissions there are
     * @param home for the first password
     */
    @Activate
    public Directory(
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Declared declared,
            @Reference Home home) {
        this(new PeopleTables(transactions, outbox), declared, InstantSource.system());
        if (snapshot.empty()) {
            new FirstStart(tables, clock, new PasswordHash(), home.keys()).seed(!Boolean.getBoolean("patchbay.demo"));
            reload();
        }
        tables.keepPast(clock.instant());
    }

    Directory(PeopleTables tables, Declared declared, InstantSource clock) {
        this.tables = tables;
        this.declared = declared;
        this.clock = clock;
        snapshot = new Snapshot(tables.load());
    }

    private void reload() {
        snapshot = new Snapshot(tables.load());
    }

    /** Changes something by a plan that looks at what is; one at a time, so that nothing else changes meanwhile. */
    synchronized <R> R change(Function<Snapshot, R> plan) {
        try {
            return plan.apply(snapshot);
        } finally {
            reload();
            changed();
        }
    }

    /** Tells that what people may do is no longer what it was. */
    void changed() {
        changes.forEach(Runnable::run);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Set<String> declared() {
        return declared.permissions();
    }

    PeopleTables tables() {
        return tables;
    }

    InstantSource clock() {
        return clock;
    }

    /**
     * Ends all sessions of somebody.
     *
     * @param user whose
     */
    public void sessionsEnded(UserId user) {
        sessionEnds.forEach(listener -> listener.accept(user));
    }

    /**
     * Tells whose sessions are over because he was disabled or got a new password.
     *
     * @param listener returns at once
     * @return ends it
     */
    public Runnable onSessionsEnded(Consumer<UserId> listener) {
        sessionEnds.add(listener);
        return () -> sessionEnds.remove(listener);
    }

    /**
     * An enabled account.
     *
     * @param user who
     * @return his account; empty if there is none or it is disabled
     */
    public Optional<Account> enabled(UserId user) {
        return snapshot.account(user).filter(account -> account.person().enabled());
    }

    @Override
    public Scope scope(UserId user) {
        Snapshot now = snapshot;
        return now.account(user)
                .map(account -> now.scope(account.person(), clock.instant(), declared.permissions()))
                .orElseGet(() -> Scope.nothing(user));
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return snapshot.account(user).map(Account::person).filter(person -> scope.sees(person.unit()));
    }

    @Override
    public List<Person> people(Scope scope) {
        return snapshot.people().stream()
                .filter(person -> scope.sees(person.unit()))
                .toList();
    }

    @Override
    public List<Unit> units(Scope scope) {
        Snapshot now = snapshot;
        return now.below(now.root()).stream()
                .filter(scope::sees)
                .flatMap(id -> now.unit(id).stream())
                .toList();
    }

    @Override
    public List<Role> roles() {
        Snapshot now = snapshot;
        Set<String> all = declared.permissions();
        return now.roles().stream()
                .map(role -> new Role(role.id(), role.name(), now.permissions(role.id(), all)))
                .toList();
    }

    @Override
    public List<StaffTerm> terms() {
        return snapshot.terms();
    }

    @Override
    public Watch watch(Runnable listener) {
        changes.add(listener);
        return () -> changes.remove(listener);
    }

    @Override
    public Optional<String> unitName(UnitId unit, Instant at) {
        return tables.past("unit", at, at.plusMillis(1)).stream()
                .filter(was -> was.id().equals(unit.value()))
                .map(was -> (String) was.body().get("name"))
                .findFirst()
                .or(() -> snapshot.unit(unit).map(Unit::name));
    }

    @Override
    public List<CouldSee> couldSee(String permission, List<Place> places, Instant from, Instant until) {
        return new RightsPast(tables, from, until).couldSee(permission, places);
    }
}
