// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.call.FrequentCommand;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumber.Keeper;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Unit;
import io.patchbay.channel.voice.store.FrequentTable;
import io.patchbay.spi.erasure.Identities;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The directory of numbers that are called often: read from memory, changed in its table. */
public final class FrequentBook implements FrequentNumbers {
    /** The most that one list has. */
    static final int MOST = 500;

    private static final String REGION = "CN";
    private static final Comparator<FrequentNumber> BY_NAME = Comparator.comparing(FrequentNumber::name)
            .thenComparing(one -> !(one.keeper() instanceof Keeper.Own))
            .thenComparing(FrequentNumber::number);

    private final FrequentTable table;
    private final People people;
    private final InstantSource clock;
    private volatile Map<UUID, FrequentNumber> now;

    public FrequentBook(FrequentTable table, People people, InstantSource clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
        now = Map.copyOf(table.all());
    }

    @Override
    public List<FrequentNumber> of(UserId user) {
        Set<Keeper> keepers = new HashSet<>(Set.of(new Keeper.Own(user)));
        people.person(Scope.system(), user).map(Person::unit).ifPresent(unit -> above(unit)
                .forEach(one -> keepers.add(new Keeper.OfUnit(one))));
        return now.values().stream()
                .filter(one -> keepers.contains(one.keeper()))
                .sorted(BY_NAME)
                .toList();
    }

    /** A unit and those above it. */
    private Set<UnitId> above(UnitId unit) {
        Map<UnitId, Unit> all =
                people.units(Scope.system()).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Set<UnitId> line = new HashSet<>();
        Optional<UnitId> at = Optional.of(unit);
        while (at.isPresent() && line.add(at.get())) {
            at = Optional.ofNullable(all.get(at.get())).flatMap(Unit::parent);
        }
        return line;
    }

    @Override
    public List<FrequentNumber> ofUnits(Scope scope) {
        return now.values().stream()
                .filter(one -> one.keeper() instanceof Keeper.OfUnit of && scope.may(EDIT, Place.of(of.unit())))
                .sorted(BY_NAME)
                .toList();
    }

    /** Carries a command out; one at a time. Waits for the database. */
    public synchronized CommandResult carryOut(Actor actor, FrequentCommand command, String key) {
        CommandResult result = change(actor, command, key);
        now = Map.copyOf(table.all());
        return result;
    }

    private CommandResult change(Actor actor, FrequentCommand command, String key) {
        if (command instanceof FrequentCommand.Save save) {
            return ofUnit(actor, save.unit())
                    .orElseGet(() -> save(actor, save.number(), save.name(), new Keeper.OfUnit(save.unit()), key));
        } else if (command instanceof FrequentCommand.Remove remove) {
            return ofUnit(actor, remove.unit())
                    .orElseGet(() -> remove(actor, remove.number(), new Keeper.OfUnit(remove.unit()), key));
        }
        return actor instanceof Actor.Person person ? own(person, command, key) : Refusals.nobodysList();
    }

    private CommandResult own(Actor.Person actor, FrequentCommand command, String key) {
        Keeper mine = new Keeper.Own(actor.user());
        return command instanceof FrequentCommand.Keep keep
                ? save(actor, keep.number(), keep.name(), mine, key)
                : remove(actor, ((FrequentCommand.Drop) command).number(), mine, key);
    }

    /** Why a unit's list is not the actor's to keep. */
    private Optional<CommandResult> ofUnit(Actor actor, UnitId unit) {
        if (people.units(Scope.system()).stream().noneMatch(one -> one.id().equals(unit))) {
            return Optional.of(Refusals.unknownUnit(unit));
        }
        return actor instanceof Actor.Person person && !person.scope().may(EDIT, Place.of(unit))
                ? Optional.of(Refusals.foreignUnit(unit))
                : Optional.empty();
    }

    private CommandResult save(Actor actor, String number, String name, Keeper keeper, String key) {
        FrequentNumber one;
        try {
            one = new FrequentNumber(plain(number), name.strip(), keeper);
        } catch (IllegalArgumentException e) {
            return Refusals.badFrequent(number, name);
        }
        Optional<UUID> known = find(one.number(), keeper);
        long kept = now.values().stream()
                .filter(each -> each.keeper().equals(keeper))
                .count();
        if (known.isEmpty() && kept >= MOST) {
            return Refusals.listFull(MOST);
        }
        UUID id = known.orElseGet(() -> Uuid7.at(clock.millis()));
        table.save(id, one, normal(one.number()), told(actor, "frequent.saved", id, keeper), key);
        return new Done();
    }

    private CommandResult remove(Actor actor, String number, Keeper keeper, String key) {
        Optional<UUID> known = find(plain(number), keeper);
        if (known.isEmpty()) {
            return Refusals.unknownFrequent(number);
        }
        table.remove(known.get(), told(actor, "frequent.removed", known.get(), keeper), key);
        return new Done();
    }

    private static String plain(String number) {
        return number.replaceAll("[ ().-]", "");
    }

    private Optional<UUID> find(String number, Keeper keeper) {
        return now.entrySet().stream()
                .filter(one -> one.getValue().keeper().equals(keeper)
                        && one.getValue().number().equals(number))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** As addresses of people are kept, so that an erasure finds it. */
    private static String normal(String number) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(number, REGION), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return number; // an extension, or a service of the network
        }
    }

    /** Number and name stay out of the journal. */
    private JournalDraft told(Actor actor, String type, UUID id, Keeper keeper) {
        Map<String, Object> body = new HashMap<>(Map.of("entry", id.toString(), "list", keeper.text()));
        UnitId unit = keeper instanceof Keeper.OfUnit of
                ? of.unit()
                : people.person(Scope.system(), ((Keeper.Own) keeper).user())
                        .map(Person::unit)
                        .orElse(UnitId.ROOT);
        return JournalDraft.act(clock.instant(), type, actor, unit, body);
    }

    /** Takes the numbers of a person away. Waits for the database. */
    public synchronized int erase(Identities person) {
        int gone = table.erase(person.addressHashes());
        now = Map.copyOf(table.all());
        return gone;
    }
}
