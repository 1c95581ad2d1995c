// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.flow.api.ListCommand;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.store.ListTable;
import io.patchbay.spi.command.Examination;
import io.patchbay.spi.command.Examination.Review;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.treatment.Treatment;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** The lists: read from memory, changed one change at a time in their table. */
public final class ListBook implements Lists {
    private final ListTable table;
    private final ListRules rules;
    private final Function<UnitId, ZoneId> zone;
    private final InstantSource clock;
    private volatile Listing now;

    /** The lists of a table; the predicates say which queues and customers there are. */
    public static ListBook of(
            ListTable table,
            Predicate<QueueId> queues,
            Predicate<CustomerId> customers,
            Function<UnitId, ZoneId> zone,
            InstantSource clock) {
        return new ListBook(table, new ListRules(queues, customers), zone, clock);
    }

    private ListBook(ListTable table, ListRules rules, Function<UnitId, ZoneId> zone, InstantSource clock) {
        this.table = table;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
        read();
    }

    private void read() {
        now = new Listing(table.all(json -> ListFields.read(json, UUID::randomUUID, LocalDate.MIN)));
    }

    /** What being on a list means for a contact. */
    public Treatment treatment() {
        return new ListTreatment(this);
    }

    /** The entries as they are now. */
    Listing listing() {
        return now;
    }

    public LocalDate today(UnitId unit) {
        return clock.instant().atZone(zone.apply(unit)).toLocalDate();
    }

    @Override
    public List<Listed> entries(Scope scope) {
        return now.all().stream()
                .filter(one -> scope.may(SEE, Place.of(one.entry().unit())))
                .sorted(Comparator.comparing(Listed::addedAt).reversed())
                .toList();
    }

    /** What a command would change; nothing where it would be refused, so that it is refused at once. */
    public Optional<Examination> examine(Actor actor, ListCommand command) {
        if (refusal(actor, command).isPresent()) {
            return Optional.empty();
        } else if (command instanceof ListCommand.SaveEntry save) {
            Optional<ListEntry> before = now.find(save.entry().id()).map(Listed::entry);
            return Optional.of(examination(
                    save.entry().id().toString(),
                    save.entry().unit(),
                    before.map(ListEntry::json).orElse(Map.of()),
                    save.entry().json()));
        } else if (command instanceof ListCommand.RemoveEntry remove) {
            return now.find(remove.id())
                    .map(Listed::entry)
                    .map(entry -> examination(entry.id().toString(), entry.unit(), entry.json(), Map.of()));
        }
        ListCommand.ImportEntries many = (ListCommand.ImportEntries) command;
        int lines = sheet(many).entries().size();
        return Optional.of(
                examination("import", many.unit(), Map.of(), Map.of("entries", lines, "table", many.table())));
    }

    private static Examination examination(
            String what, UnitId unit, Map<String, Object> before, Map<String, Object> after) {
        return new Examination("list:" + what, unit, before, after, Review.FIRST_AND_FINAL);
    }

    /** Carries a command out. Waits for the database. */
    public synchronized CommandResult carryOut(Actor actor, ListCommand command, String key) {
        Optional<CommandResult> refusal = refusal(actor, command);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (command instanceof ListCommand.SaveEntry save) {
            save(actor, List.of(save.entry()), "list.saved", key);
        } else if (command instanceof ListCommand.ImportEntries many) {
            save(actor, List.copyOf(sheet(many).entries().values()), "list.imported", key);
        } else if (command instanceof ListCommand.RemoveEntry remove) {
            ListEntry entry = now.find(remove.id()).orElseThrow().entry();
            table.remove(remove.id(), told(actor, "list.removed", List.of(entry)), key);
        }
        read();
        return new CommandResult.Done(result(command));
    }

    private static Map<String, Object> result(ListCommand command) {
        return command instanceof ListCommand.SaveEntry save
                ? Map.of("entry", save.entry().id().toString())
                : Map.of();
    }

    private void save(Actor actor, List<ListEntry> entries, String type, String key) {
        Instant at = clock.instant();
        List<Listed> listed = entries.stream()
                .map(entry -> new Listed(entry, actor.text(), at))
                .toList();
        table.save(listed, told(actor, type, entries), key, Map.of());
    }

    /** Whom an entry means and why stays out of the journal. */
    private JournalDraft told(Actor actor, String type, List<ListEntry> entries) {
        ListEntry first = entries.get(0);
        return JournalDraft.act(
                clock.instant(),
                type,
                actor,
                first.unit(),
                Map.of(
                        "entry", first.id().toString(),
                        "list", first.colour().wire(),
                        "until", first.term().until().toString(),
                        "entries", entries.size()));
    }

    private ListSheet.Read sheet(ListCommand.ImportEntries many) {
        return ListSheet.read(many.table(), many.unit(), today(many.unit()));
    }

    private Optional<CommandResult> refusal(Actor actor, ListCommand command) {
        if (command instanceof ListCommand.SaveEntry save) {
            List<UnitId> units = new ArrayList<>(List.of(save.entry().unit()));
            now.find(save.entry().id())
                    .ifPresent(before -> units.add(before.entry().unit()));
            return foreign(actor, units).or(() -> rules.against(
                            save.entry(), now.all(), today(save.entry().unit()))
                    .map(problem -> new Refused(Kind.INVALID, problem)));
        } else if (command instanceof ListCommand.RemoveEntry remove) {
            Optional<Listed> listed = now.find(remove.id());
            return listed.isEmpty()
                    ? Optional.of(unknown(remove.id()))
                    : foreign(actor, List.of(listed.get().entry().unit()));
        }
        ListCommand.ImportEntries many = (ListCommand.ImportEntries) command;
        return foreign(actor, List.of(many.unit())).or(() -> faults(many));
    }

    private Optional<CommandResult> faults(ListCommand.ImportEntries many) {
        ListSheet.Read read = sheet(many);
        Problems problems = new Problems(read.faults());
        List<Listed> before = new ArrayList<>(now.all());
        read.entries().forEach((line, entry) -> {
            rules.against(entry, before, today(many.unit())).ifPresent(problem -> problems.add(line, problem));
            before.add(new Listed(entry, "", clock.instant()));
        });
        return problems.refusal(read.entries().isEmpty());
    }

    private static Optional<CommandResult> foreign(Actor actor, List<UnitId> units) {
        return units.stream()
                .filter(unit ->
                        actor instanceof Actor.Person person && !person.scope().may(EDIT, Place.of(unit)))
                .findFirst()
                .map(unit -> new Refused(
                        Kind.FORBIDDEN,
                        Problem.of(
                                "forbidden-unit",
                                "You may change lists only for your own units, not for {0}.",
                                "您只能为自己的机构修改名单，不能修改 {0}。",
                                unit.value())));
    }

    private static CommandResult unknown(UUID id) {
        return new Refused(
                Kind.NOT_FOUND, Problem.of("unknown-entry", "There is no entry {0}.", "没有条目 {0}。", id.toString()));
    }

    /** Takes away what is about a person. Waits for the database. */
    public synchronized int erase(Identities person) {
        int gone = table.erase(person.customers(), person.addressHashes());
        read();
        return gone;
    }
}
