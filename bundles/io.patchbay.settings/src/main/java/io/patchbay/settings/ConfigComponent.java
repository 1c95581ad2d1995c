// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.api.ConfigText;
import io.patchbay.settings.api.StaffTable;
import io.patchbay.settings.config.Centre;
import io.patchbay.settings.config.DailyPoint;
import io.patchbay.settings.config.RestorePoints;
import io.patchbay.settings.staff.StaffOffice;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.store.Home;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The configuration as text, as a service. */
@Component(service = {ConfigText.class, StaffTable.class, ConfigComponent.class})
public final class ConfigComponent implements ConfigText, StaffTable {
    private final List<ConfigPart> parts = new CopyOnWriteArrayList<>();

    @SuppressWarnings("rawtypes") // services have no type arguments
    private final Late<CommandHandler> handlers = new Late<>();

    private final Late<Commands> commands = new Late<>();
    private final Workshop workshop = new Workshop("config");
    private final Centre centre;

    @Activate
    public ConfigComponent(
            @Reference(target = "(osgi.unit.name=settings)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Home home,
            @Reference SettingsComponent settings) {
        InstantSource clock = InstantSource.system();
        centre = new Centre(
                new Centre.Around(() -> parts, this::handlers, () -> commands.all().stream()
                        .findFirst()),
                new RestorePoints(home.data().resolve("configuration")),
                () -> (int) settings.number(SettingsDeclarations.POINTS_KEPT),
                (draft, key, result) -> transactions.run(em -> outbox.write(em, draft, key, result)),
                clock);
        DailyPoint daily = new DailyPoint(
                centre, () -> settings.time(SettingsDeclarations.POINT_TIME), ZoneId.of("Asia/Shanghai"), clock);
        workshop.every(60, daily::lookAtTheClock);
    }

    @Deactivate
    void close() {
        workshop.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPart(ConfigPart came) {
        parts.add(came);
    }

    public void removePart(ConfigPart gone) {
        parts.remove(gone);
    }

    @Reference(
            service = CommandHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    @SuppressWarnings("rawtypes") // services have no type arguments
    public void addHandler(ComponentServiceObjects<CommandHandler> came) {
        handlers.add(came);
    }

    @SuppressWarnings("rawtypes") // services have no type arguments
    public void removeHandler(ComponentServiceObjects<CommandHandler> gone) {
        handlers.remove(gone);
    }

    @Reference(service = Commands.class, cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCommands(ComponentServiceObjects<Commands> came) {
        commands.add(came);
    }

    public void unsetCommands(ComponentServiceObjects<Commands> gone) {
        commands.remove(gone);
    }

    private List<CommandHandler<?>> handlers() {
        return handlers.all().stream().<CommandHandler<?>>map(one -> one).toList();
    }

    Centre centre() {
        return centre;
    }

    ExecutorService worker() {
        return workshop.worker();
    }

    @Override
    public String export() {
        return centre.export();
    }

    @Override
    public ConfigPlan plan(String text, boolean remove, Scope scope) {
        return centre.plan(text, remove, scope);
    }

    @Override
    public ConfigPlan plan(String text, Scope scope) {
        Actor actor =
                scope.reader().<Actor>map(user -> new Actor.Person(user, scope)).orElse(new Actor.Part("settings"));
        return staff().plan(actor, text);
    }

    StaffOffice staff() {
        return new StaffOffice(centre);
    }

    @Override
    public ConfigPlan compare(String from, String to) {
        return centre.compare(from, to);
    }

    @Override
    public List<Point> points() {
        return centre.points().all();
    }

    @Override
    public Optional<String> point(String point) {
        return centre.points().text(point);
    }
}
