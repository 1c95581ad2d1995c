// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.People;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.settings.api.Calendars;
import io.patchbay.settings.api.Dictionaries;
import io.patchbay.settings.api.Dictionary;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.Menus;
import io.patchbay.settings.api.ParameterBook;
import io.patchbay.settings.api.ParameterValues;
import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.RoleMenu;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingHistory;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.book.Book;
import io.patchbay.settings.book.Surroundings;
import io.patchbay.settings.store.RevisionTable;
import io.patchbay.spi.command.Examination;
import io.patchbay.spi.config.DictionaryUse;
import io.patchbay.spi.event.Declarations;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Parameters, dictionaries, menus and calendars as services. */
@Component(
        service = {
            Parameters.class,
            ParameterBook.class,
            Dictionaries.class,
            Menus.class,
            Calendars.class,
            SettingHistory.class,
            SettingsComponent.class
        })
public final class SettingsComponent
        implements Parameters, ParameterBook, Dictionaries, Menus, Calendars, SettingHistory {
    private final List<Declarations> declarations = new CopyOnWriteArrayList<>();
    private final List<DictionaryUse> uses = new CopyOnWriteArrayList<>();
    private final Settings settings;
    private final Workshop workshop = new Workshop("settings");

    @Activate
    public SettingsComponent(
            @Reference(target = "(osgi.unit.name=settings)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference People people) {
        Surroundings around = new Surroundings(people, () -> declarations, () -> uses);
        RevisionTable table = new RevisionTable(transactions, outbox);
        InstantSource clock = InstantSource.system();
        settings = new Settings(new Book(table, BuiltIn.settings(), around, clock), around, clock);
        workshop.every(30, settings::lookAtTheClock);
    }

    @Deactivate
    void close() {
        workshop.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDeclarations(Declarations came) {
        declarations.add(came);
    }

    public void removeDeclarations(Declarations gone) {
        declarations.remove(gone);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addUse(DictionaryUse came) {
        uses.add(came);
    }

    public void removeUse(DictionaryUse gone) {
        uses.remove(gone);
    }

    /** Carries a command out, off the caller's thread. */
    CompletionStage<CommandResult> carryOut(Actor actor, SettingCommand command, String key) {
        return CompletableFuture.supplyAsync(() -> settings.carryOut(actor, command, key), workshop.worker());
    }

    /** What a command would change, where a parameter's changes are reviewed. */
    Optional<Examination> examine(SettingCommand command) {
        return settings.examine(command);
    }

    Book book() {
        return settings.book();
    }

    @Override
    public Object value(ParameterType type, UnitId unit) {
        return settings.value(type, unit);
    }

    @Override
    public Object value(ParameterType type, UnitId unit, QueueId queue) {
        return settings.value(type, unit, queue);
    }

    @Override
    public Watch watch(Runnable changed) {
        return settings.watch(changed);
    }

    @Override
    public List<ParameterType> types() {
        return settings.types();
    }

    @Override
    public List<ParameterValues> values(String key) {
        return settings.values(key);
    }

    @Override
    public List<Dictionary> all() {
        return settings.dictionaries();
    }

    @Override
    public Optional<Dictionary> now(String id) {
        return Optional.ofNullable(book().now().dictionaries().get(id));
    }

    @Override
    public Optional<Dictionary> at(String id, Instant at) {
        return settings.dictionary(id, at);
    }

    @Override
    public List<RoleMenu> menus() {
        return List.copyOf(book().now().menus().values());
    }

    @Override
    public List<String> rail(Collection<RoleId> roles, List<String> paths) {
        return new MenuOrder(book().now().menus()).rail(roles, paths);
    }

    @Override
    public List<String> panels(Collection<RoleId> roles, List<String> names) {
        return new MenuOrder(book().now().menus()).panels(roles, names);
    }

    @Override
    public List<RuleCalendar> calendars() {
        return List.copyOf(book().now().calendars().values());
    }

    @Override
    public List<HolidayPack> holidays() {
        return List.copyOf(book().now().holidays().values());
    }

    @Override
    public Optional<Opening> opening(String calendar, Instant at) {
        return settings.opening(calendar, at);
    }

    @Override
    public List<Revision> of(SettingKind kind, String id) {
        return book().history(kind, id);
    }
}
