// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.health.HealthPart;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.monitor.figure.HomeFigures;
import io.patchbay.monitor.health.AccountLines;
import io.patchbay.monitor.health.DatabaseProbe;
import io.patchbay.monitor.health.Disks;
import io.patchbay.monitor.health.Keys;
import io.patchbay.monitor.health.Limits;
import io.patchbay.spi.channel.Channel;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Health of what has no bundle of its own to say it: database, disks, keys, accounts, figures out of bounds. */
@Component(immediate = true, configurationPid = "io.patchbay.monitor")
public final class HealthComponent implements HealthPart {
    private static final Logger log = LoggerFactory.getLogger(HealthComponent.class);
    private static final long LOOK_SECONDS = 1;
    private static final long PROBE_SECONDS = 2;

    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-health-1"));
    private final ScheduledExecutorService probing =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-database-probe-1"));
    private final DatabaseProbe database;
    private final Disks disks;
    private final Keys keys;
    private final AccountLines accounts = new AccountLines(System::nanoTime);
    private final Limits limits;
    private volatile List<Health> lines = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Channel> channels = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MeterSource> sources = List.of();

    @Activate
    public HealthComponent(MonitorConfig config, @Reference Database database, @Reference Home home) {
        this.database = new DatabaseProbe(database, System::nanoTime);
        Map<String, Path> folders = HomeFigures.folders(home);
        disks = new Disks(
                Map.of(
                        "data", (long) config.dataFreeMegabytes(),
                        "recordings", (long) config.recordingsFreeMegabytes(),
                        "log", (long) config.logFreeMegabytes()),
                folder -> folders.get(folder).toFile().getUsableSpace());
        keys = new Keys(home.keys());
        limits =
                new Limits(config.journalBehindEntries(), Duration.ofSeconds(config.growthSeconds()), System::nanoTime);
    }

    /** Not in the constructor: fields are injected after it. */
    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // they end with their threads
    void begin() {
        probing.scheduleWithFixedDelay(database, 0, PROBE_SECONDS, TimeUnit.SECONDS);
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
        probing.shutdownNow();
    }

    private void look() {
        try {
            List<Health> now = new ArrayList<>(disks.lines());
            now.add(keys.health());
            now.addAll(accounts.lines(channels));
            now.addAll(limits.lines(sources));
            lines = List.copyOf(now);
        } catch (RuntimeException e) { // the thread's top: the next look tries again
            log.error("Health cannot be looked at", e);
        }
    }

    @Override
    public Health health() {
        return new Health("monitor", Level.UP, Optional.empty());
    }

    @Override
    public List<Health> lines() {
        List<Health> all = new ArrayList<>(lines);
        all.add(database.health());
        return all;
    }
}
