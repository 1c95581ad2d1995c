// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.AlarmSource;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.api.watch.Watch;
import io.patchbay.monitor.alarm.AlarmBook;
import io.patchbay.monitor.alarm.AlarmChange;
import io.patchbay.monitor.alarm.AlarmEntries;
import io.patchbay.monitor.alarm.AlarmRules;
import io.patchbay.monitor.alarm.AlarmTable;
import io.patchbay.monitor.delivery.Dispatch;
import io.patchbay.store.Database;
import io.patchbay.store.Migrations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at health every second, keeps the alarms, and tells of them. A changed configuration counts from then on. */
@Component(
        service = {Alarms.class, MeterSource.class, AlarmComponent.class},
        immediate = true,
        configurationPid = "io.patchbay.monitor")
@Designate(ocd = MonitorConfig.class)
public final class AlarmComponent implements Alarms, MeterSource {
    private static final Logger log = LoggerFactory.getLogger(AlarmComponent.class);
    private static final Meter OPEN = Meter.gauge("patchbay_alarms_open", "Alarms that are not over", "severity");
    private static final Meter UP = Meter.gauge("patchbay_part_up", "1 while health says that the part works", "part");
    private static final int REMEMBERED = 500;

    /** Bundles come one after the other: what was wrong before a restart need not be said at once. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Journal journal;
    private final InstantSource clock = InstantSource.system();
    private final AlarmBook book;
    private final Watch following;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-alarms-1"));
    private final AtomicInteger telling = new AtomicInteger();
    private final ScheduledExecutorService tellers = Executors.newScheduledThreadPool(
            2, work -> new Thread(work, "patchbay-alarm-teller-" + telling.incrementAndGet()));
    private volatile List<Dispatch> dispatches;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<HealthPart> parts = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<AlarmSource> sources = List.of();

    @Activate
    public AlarmComponent(
            MonitorConfig config,
            @Reference Migrations migrations,
            @Reference Database database,
            @Reference Journal journal) {
        this.journal = journal;
        migrations.migrate("io.patchbay.monitor", getClass().getClassLoader(), "io/patchbay/monitor/changelog.sql");
        AlarmTable table = new AlarmTable(database);
        table.catchUp(journal);
        book = new AlarmBook(rules(config), clock, System::nanoTime);
        List<Alarm> known = table.newest(REMEMBERED);
        book.restore(
                known.stream().filter(alarm -> alarm.clearedAt().isEmpty()).toList(),
                known.stream().filter(alarm -> alarm.clearedAt().isPresent()).toList(),
                GRACE);
        following = journal.follow("alarms", table.checkpoint(), table::take);
        dispatches = dispatches(config);
    }

    private static AlarmRules rules(MonitorConfig config) {
        return new AlarmRules(
                Duration.ofSeconds(config.raiseSeconds()),
                Duration.ofSeconds(config.clearSeconds()),
                Duration.ofSeconds(config.quietSeconds()));
    }

    private List<Dispatch> dispatches(MonitorConfig config) {
        return Receivers.of(config, clock).stream()
                .map(delivery -> new Dispatch(delivery, tellers))
                .toList();
    }

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    void begin() {
        looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Modified
    void modified(MonitorConfig changed) {
        book.change(rules(changed));
        dispatches = dispatches(changed);
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
        tellers.shutdownNow();
        following.close();
    }

    private void look() {
        try {
            List<Health> lines = new ArrayList<>();
            parts.forEach(part -> lines.addAll(part.lines()));
            sources.forEach(source -> lines.addAll(source.wrong()));
            book.look(lines).forEach(change -> {
                var unused = tell(change, "system:monitor");
            });
        } catch (RuntimeException e) { // the thread's top: the next look tries again
            log.error("Alarms cannot be looked at", e);
        }
    }

    /** Journal, console, webhook and mail; the journal may be what is broken, so nobody waits for it. */
    private CompletionStage<Long> tell(AlarmChange change, String actor) {
        Alarm alarm = change.alarm();
        if (change.kind() == AlarmChange.Kind.RAISED || change.kind() == AlarmChange.Kind.ESCALATED) {
            log.warn("Alarm {}: {}", alarm.part(), alarm.problem().english());
        } else {
            log.info("Alarm {} {}", alarm.part(), change.kind().wire());
        }
        CompletionStage<Long> journalled = journal.append(List.of(AlarmEntries.draft(change, clock.instant(), actor)));
        watchers.forEach(Runnable::run);
        if (change.told()) {
            dispatches.forEach(dispatch -> dispatch.add(change));
        }
        return journalled;
    }

    /** Somebody looks after an alarm; empty if it is not open. */
    Optional<CompletionStage<Long>> acknowledge(String id, String by) {
        return book.acknowledge(id, by).map(change -> tell(change, by));
    }

    @Override
    public List<Alarm> open() {
        return book.open();
    }

    @Override
    public List<Alarm> past(int limit) {
        return book.past(limit);
    }

    @Override
    public Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public List<Meter> meters() {
        return List.of(OPEN, UP);
    }

    @Override
    public void measure(Readings readings) {
        for (Alarm.Severity severity : Alarm.Severity.values()) {
            long count = book.open().stream()
                    .filter(alarm -> alarm.severity() == severity)
                    .count();
            readings.value(OPEN, count, severity.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (HealthPart part : parts) {
            part.lines().forEach(line -> readings.value(UP, line.level() == HealthPart.Level.UP ? 1 : 0, line.part()));
        }
    }
}
