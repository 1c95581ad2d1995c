// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.settings.api.Calendars.Opening;
import io.patchbay.settings.api.Dictionary;
import io.patchbay.settings.api.ParameterValues;
import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.book.Around;
import io.patchbay.settings.book.Book;
import io.patchbay.settings.book.Contents;
import io.patchbay.settings.book.Reader;
import io.patchbay.settings.calendar.Timetable;
import io.patchbay.spi.command.Examination;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the settings say now, and who wants to know when it changes. */
final class Settings implements Parameters {
    private final Book book;
    private final Around around;
    private final Reader reader;
    private final InstantSource clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile Map<String, Object> told;

    Settings(Book book, Around around, InstantSource clock) {
        this.book = book;
        this.around = around;
        this.reader = new Reader(book, around);
        this.clock = clock;
        this.told = holding();
    }

    Book book() {
        return book;
    }

    CommandResult carryOut(Actor actor, SettingCommand command, String key) {
        CommandResult result = book.carryOut(actor, command, key);
        lookAtTheClock();
        return result;
    }

    /**
     * What a command would change, where a parameter's changes are reviewed; empty if it acts at once or is refused.
     */
    Optional<Examination> examine(SettingCommand command) {
        if (command.kind() != SettingKind.PARAMETER || book.against(command).isPresent()) {
            return Optional.empty();
        }
        Set<ParameterType.Trait> traits =
                book.type(command.id()).map(ParameterType::traits).orElse(Set.of());
        Examination.Review review = traits.contains(ParameterType.Trait.TWO_REVIEWS)
                ? Examination.Review.FIRST_AND_FINAL
                : traits.contains(ParameterType.Trait.FINAL_REVIEW)
                        ? Examination.Review.FINAL_ONLY
                        : Examination.Review.NONE;
        return review == Examination.Review.NONE
                ? Optional.empty()
                : Optional.of(new Examination(
                        "parameter:" + command.id(),
                        Book.unit(command),
                        book.present(command),
                        book.then(command).orElse(Map.of()),
                        review));
    }

    /** Tells if other values hold than when it was last told. */
    void lookAtTheClock() {
        Map<String, Object> holding = holding();
        if (!holding.equals(told)) {
            told = holding;
            watchers.forEach(Runnable::run);
        }
    }

    private Map<String, Object> holding() {
        Instant now = clock.instant();
        Map<String, Object> holding = new HashMap<>();
        book.now().parameters().forEach((id, values) -> values.at(now).ifPresent(value -> holding.put(id, value)));
        return holding;
    }

    @Override
    public Object value(ParameterType type, UnitId unit) {
        return reader.value(type, unit, clock.instant());
    }

    @Override
    public Object value(ParameterType type, UnitId unit, QueueId queue) {
        return reader.value(type, unit, queue, clock.instant());
    }

    @Override
    public Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    List<ParameterType> types() {
        return around.types().stream()
                .sorted(Comparator.comparing(ParameterType::key))
                .toList();
    }

    List<ParameterValues> values(String key) {
        return book.now().parameters().values().stream()
                .filter(one -> one.key().equals(key))
                .sorted(Comparator.comparing(one -> one.place().suffix().replace("@queue:", "@~")))
                .toList();
    }

    List<Dictionary> dictionaries() {
        return List.copyOf(book.now().dictionaries().values());
    }

    Optional<Dictionary> dictionary(String id, Instant at) {
        return book.history(SettingKind.DICTIONARY, id).stream()
                .filter(revision -> !revision.at().isAfter(at))
                .findFirst()
                .flatMap(Revision::content)
                .map(content -> Contents.dictionary(id, content));
    }

    Optional<Opening> opening(String calendar, Instant at) {
        RuleCalendar found = book.now().calendars().get(calendar);
        if (found == null) {
            return Optional.empty();
        }
        var packs = found.holidays().stream()
                .flatMap(name -> Optional.ofNullable(book.now().holidays().get(name)).stream())
                .toList();
        return Optional.of(new Timetable(found, packs).at(at));
    }
}
