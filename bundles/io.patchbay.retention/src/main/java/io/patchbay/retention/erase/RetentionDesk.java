// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.erase;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.retention.api.Hold;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.ErasePerson;
import io.patchbay.retention.api.RetentionCommand.LiftHold;
import io.patchbay.retention.api.RetentionCommand.PlaceHold;
import io.patchbay.retention.store.Erasure;
import io.patchbay.retention.store.RetentionTables;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Holds, and erases who is not held. Called by one thread. */
public final class RetentionDesk {
    private final RetentionTables tables;
    private final Customers customers;
    private final Interactions interactions;
    private final ContentVault vault;
    private final Supplier<List<PersonalRecords>> records;
    private final InstantSource clock;
    private final Subjects subjects;

    /** {@code records} are those of all bundles as there are now. */
    public RetentionDesk(
            RetentionTables tables,
            Customers customers,
            Interactions interactions,
            ContentVault vault,
            Supplier<List<PersonalRecords>> records,
            InstantSource clock) {
        this.tables = tables;
        this.customers = customers;
        this.interactions = interactions;
        this.vault = vault;
        this.records = records;
        this.clock = clock;
        subjects = new Subjects(customers, interactions);
    }

    /** The hold and its customer's unit, if the actor may lift it. */
    public Optional<UnitId> liftable(Actor actor, UUID hold) {
        return tables.hold(hold).flatMap(known -> subjects.unit(actor, RetentionCommand.HOLD, known.subject()));
    }

    /** The customer's unit, if the actor may erase him and nothing holds him. */
    public Optional<UnitId> erasable(Actor actor, CustomerId customer) {
        return held(List.of(owner(customer))).isPresent()
                ? Optional.empty()
                : subjects.unit(actor, RetentionCommand.ERASE, owner(customer));
    }

    private static ContentOwner owner(CustomerId customer) {
        return new ContentOwner(ContentOwner.Kind.CUSTOMER, customer.value());
    }

    private Optional<Hold> held(List<ContentOwner> owners) {
        return tables.standing(clock.instant()).on(owners);
    }

    /** Places a hold. */
    public CommandResult place(Actor actor, PlaceHold command, String key) {
        Optional<UnitId> unit = subjects.unit(actor, RetentionCommand.HOLD, command.subject());
        if (unit.isEmpty()) {
            return Refusals.unheldable(command.subject());
        }
        Hold hold = new Hold(
                UUID.randomUUID(),
                command.subject(),
                command.caseNumber(),
                command.reason(),
                actor.text(),
                clock.instant(),
                command.until());
        Map<String, Object> result = Map.of("hold", hold.id().toString());
        tables.place(hold, entry(actor, "retention.held", unit.get(), body(hold)), key, result);
        return new Done(result);
    }

    /** Lifts a hold. */
    public CommandResult lift(Actor actor, LiftHold command, String key) {
        Optional<Hold> hold = tables.hold(command.hold());
        Optional<UnitId> unit = liftable(actor, command.hold());
        if (hold.isEmpty() || unit.isEmpty()) {
            return Refusals.unknownHold(command.hold());
        }
        tables.lift(hold.get(), entry(actor, "retention.lifted", unit.get(), body(hold.get())), key);
        return new Done();
    }

    private static Map<String, Object> body(Hold hold) {
        return Map.of(
                "hold", hold.id().toString(),
                "subject", hold.subject().text(),
                "case", hold.caseNumber(),
                "reason", hold.reason());
    }

    /** Erases a person; refuses, and says so in the trace, while a hold stands. */
    public CommandResult erase(Actor actor, ErasePerson command, String key) {
        Optional<UnitId> unit = subjects.unit(actor, RetentionCommand.ERASE, owner(command.customer()));
        Optional<Customer> customer = customers.find(Scope.system(), command.customer());
        if (unit.isEmpty() || customer.isEmpty()) {
            return Refusals.unknown(command.customer());
        }
        Optional<Hold> hold = held(List.of(owner(command.customer())));
        if (hold.isPresent()) {
            return refuse(actor, unit.get(), hold.get());
        }
        Optional<Identities> person = new Search(interactions, vault).of(customer.get());
        if (person.isEmpty()) {
            return Refusals.open(command.customer());
        }
        Optional<Hold> held = held(Person.owners(person.get()));
        if (held.isPresent()) {
            return refuse(actor, unit.get(), held.get());
        }
        return begin(actor, command, person.get(), unit.get(), key);
    }

    private CommandResult refuse(Actor actor, UnitId unit, Hold hold) {
        tables.tell(entry(actor, "erasure.refused", unit, body(hold)));
        return Refusals.held(hold);
    }

    private CommandResult begin(Actor actor, ErasePerson command, Identities person, UnitId unit, String key) {
        Erasure erasure = new Erasure(UUID.randomUUID(), command.customer(), Person.text(person), Optional.empty());
        Map<String, Object> body = new TreeMap<>(Map.of(
                "erasure", erasure.id().toString(),
                "customer", command.customer().toString(),
                "reason", command.reason(),
                "erased", Person.owners(person).stream().map(ContentOwner::text).toList()));
        tables.save(erasure, entry(actor, "erasure.begun", unit, body), "", Map.of());
        return carryOut(actor, erasure, unit, key);
    }

    /** Goes on with what a kill cut off. */
    public void resume() {
        tables.unfinished().forEach(erasure -> carryOut(new Actor.Part("retention"), erasure, UnitId.ROOT, ""));
    }

    /** Keys first: from then on nothing can be read, whatever comes between. Each step may be done again. */
    private CommandResult carryOut(Actor actor, Erasure erasure, UnitId unit, String key) {
        Identities person = Person.read(erasure.person());
        List<ContentOwner> owners = Person.owners(person);
        owners.forEach(vault::destroy);
        Map<String, Object> removed = new TreeMap<>();
        records.get().forEach(one -> one.erase(person)
                .forEach((place, count) -> removed.merge(place, count, (a, b) -> (Integer) a + (Integer) b)));
        Certificate certificate = new Certificate(erasure, person, owners.size(), removed, clock.instant(), actor);
        Map<String, Object> body = Map.of(
                "erasure", erasure.id().toString(),
                "customer", erasure.customer().toString(),
                "keys", owners.size(),
                "removed", removed,
                "certificate", certificate.sha256());
        Map<String, Object> result = Map.of(
                "erasure", erasure.id().toString(), "certificate", certificate.text(), "sha256", certificate.sha256());
        tables.save(erasure.done(certificate.text()), entry(actor, "erasure.done", unit, body), key, result);
        return new Done(result);
    }

    private JournalDraft entry(Actor actor, String type, UnitId unit, Map<String, Object> body) {
        return JournalDraft.act(clock.instant(), type, actor, unit, body);
    }
}
