// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.erase.Person;
import io.patchbay.retention.expire.Judge.Judged;
import io.patchbay.retention.store.Expiry;
import io.patchbay.retention.store.ExpiryTable;
import io.patchbay.retention.store.RetentionTables;
import io.patchbay.retention.store.RuleTable;
import io.patchbay.retention.store.Standing;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets records go whose periods are over, batch by batch. Called by the thread that places holds, so none comes
 * between.
 */
public final class ExpiryDesk {
    private static final int BATCH = 200;
    private static final int MOST = 20_000;

    private final Tables tables;
    private final Customers customers;
    private final Interactions interactions;
    private final People people;
    private final ContentVault vault;
    private final Supplier<List<PersonalRecords>> records;
    private final InstantSource clock;

    /** What it reads and writes. */
    public record Tables(RuleTable rules, RetentionTables holds, ExpiryTable batches) {}

    public ExpiryDesk(
            Tables tables,
            Customers customers,
            Interactions interactions,
            People people,
            ContentVault vault,
            Supplier<List<PersonalRecords>> records,
            InstantSource clock) {
        this.tables = tables;
        this.customers = customers;
        this.interactions = interactions;
        this.people = people;
        this.vault = vault;
        this.records = records;
        this.clock = clock;
    }

    /** What would go and what is kept why, in the units of the actor. */
    public Map<String, Object> plan(Actor actor) {
        Plan plan = new Plan();
        judge(actor, plan::take);
        return plan.json();
    }

    /** Lets at most 20,000 records go; what is left goes with the next run. */
    public Map<String, Object> run(Actor actor) {
        resume();
        List<Item> due = new ArrayList<>();
        Map<String, Integer> held = new TreeMap<>();
        judge(actor, judged -> {
            if (judged.verdict() instanceof Verdict.Held one) {
                held.merge(one.hold().caseNumber(), 1, Integer::sum);
            } else if (judged.verdict() instanceof Verdict.Due && due.size() < MOST) {
                due.add(judged.item());
            }
        });
        tellHeld(actor, held);
        int gone = 0;
        Map<String, Integer> removed = new TreeMap<>();
        for (int at = 0; at < due.size(); at += BATCH) {
            List<Item> batch = stillClosed(due.subList(at, Math.min(at + BATCH, due.size())));
            if (!batch.isEmpty()) {
                begin(actor, batch).forEach((place, count) -> removed.merge(place, count, Integer::sum));
                gone += batch.size();
            }
        }
        return Map.of("keys", gone, "removed", Map.copyOf(removed), "more", due.size() == MOST);
    }

    private void tellHeld(Actor actor, Map<String, Integer> held) {
        if (!held.isEmpty()) {
            int sum = held.values().stream().mapToInt(Integer::intValue).sum();
            Map<String, Object> body = Map.of("held", sum, "cases", List.copyOf(held.keySet()));
            tables.holds().tell(entry(actor, "retention.kept", body));
        }
    }

    private void judge(Actor actor, Consumer<Judged> taker) {
        Instant now = clock.instant();
        Standing standing = tables.holds().standing(now);
        Judge judge = new Judge(
                new Periods(tables.rules().rules(), people.units(Scope.system()), now), standing, interactions);
        List<Item> page = new ArrayList<>();
        new Survey(interactions, customers).read(standing, item -> {
            if (item.units().stream().allMatch(unit -> may(actor, unit))) {
                page.add(item);
            }
            if (page.size() == BATCH) {
                judge(page, judge, taker);
            }
        });
        judge(page, judge, taker);
    }

    private void judge(List<Item> page, Judge judge, Consumer<Judged> taker) {
        Set<ContentOwner> gone =
                tables.batches().gone(page.stream().map(Item::owner).toList());
        page.stream().filter(item -> !gone.contains(item.owner())).forEach(item -> taker.accept(judge.judge(item)));
        page.clear();
    }

    private static boolean may(Actor actor, UnitId unit) {
        Scope scope = actor instanceof Actor.Person person ? person.scope() : Scope.system();
        return scope.may(RetentionCommand.RUN, Place.of(unit));
    }

    /** Somebody may have come back since the survey. */
    private List<Item> stillClosed(List<Item> batch) {
        Set<ContentOwner> open = new HashSet<>();
        for (Interaction one : interactions.open(Scope.system())) {
            open.add(new ContentOwner(
                    ContentOwner.Kind.CONVERSATION, one.conversation().value()));
            one.customer().ifPresent(who -> open.add(new ContentOwner(ContentOwner.Kind.CUSTOMER, who.value())));
        }
        return batch.stream().filter(item -> !open.contains(item.owner())).toList();
    }

    private Map<String, Integer> begin(Actor actor, List<Item> batch) {
        Identities ids = Batch.of(batch, interactions);
        Expiry expiry = new Expiry(UUID.randomUUID(), Person.text(ids));
        List<ContentOwner> owners = Person.owners(ids);
        Map<String, Object> body = Map.of(
                "expiry", expiry.id().toString(),
                "erased", owners.stream().map(ContentOwner::text).collect(Collectors.toList()));
        tables.batches().begin(expiry, owners, entry(actor, "retention.expiring", body));
        return carryOut(actor, expiry);
    }

    /** Goes on with what a kill cut off. */
    public void resume() {
        tables.batches().unfinished().forEach(expiry -> carryOut(new Actor.Part("retention"), expiry));
    }

    /** Keys first, as in an erasure. Each step may be done again. */
    private Map<String, Integer> carryOut(Actor actor, Expiry expiry) {
        Identities ids = Person.read(expiry.records());
        Person.owners(ids).forEach(vault::destroy);
        Map<String, Integer> removed = new TreeMap<>();
        records.get()
                .forEach(one -> one.erase(ids).forEach((place, count) -> removed.merge(place, count, Integer::sum)));
        Map<String, Object> body = Map.of(
                "expiry", expiry.id().toString(),
                "conversations", ids.conversations().size(),
                "interactions", ids.interactions().size(),
                "customers", ids.customers().size(),
                "removed", Map.copyOf(removed));
        tables.batches().done(expiry, entry(actor, "retention.expired", body));
        return removed;
    }

    private JournalDraft entry(Actor actor, String type, Map<String, Object> body) {
        return JournalDraft.act(clock.instant(), type, actor, UnitId.ROOT, body);
    }
}
