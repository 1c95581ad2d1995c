// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.UnitId;
import io.patchbay.core.CoreNode;
import io.patchbay.core.command.Attempted;
import io.patchbay.core.command.CommandGate;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Durable contacts from arrival to close through the real core, journal and store, in this JVM: contacts a second, CPU
 * a contact, and how far the projection is behind. System properties {@code contacts}, {@code inFlight},
 * {@code messages} (each way), {@code agents}, {@code seconds} (bound of one run), {@code runs} change the load.
 */
public final class JournalBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CONTACTS = Integer.getInteger("contacts", 20_000);
    private static final int IN_FLIGHT = Integer.getInteger("inFlight", 2_000);
    private static final int MESSAGES = Integer.getInteger("messages", 0);
    private static final int AGENTS = Integer.getInteger("agents", 500);
    private static final int SECONDS = Integer.getInteger("seconds", 60);
    private static final int RUNS = Integer.getInteger("runs", 3);

    private static final Logger MIGRATIONS = Logger.getLogger("liquibase");

    private JournalBenchmark() {}

    /** The databases to run on: {@code h2}, {@code postgresql}; both without arguments. */
    public static void main(String[] databases) throws InterruptedException, IOException {
        MIGRATIONS.setLevel(Level.WARNING);
        List<String> wanted = databases.length == 0 ? List.of("h2", "postgresql") : List.of(databases);
        System.out.printf(
                "machine: %d cores, %s %s, Java %s; %d contacts a run, %d in flight, %d + %d messages each%n",
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getName(),
                SYSTEM.getArch(),
                Runtime.version(),
                CONTACTS,
                IN_FLIGHT,
                MESSAGES,
                MESSAGES);
        for (String name : wanted) {
            if (name.equals("postgresql") && System.getenv(TestDatabases.PG_URL) == null) {
                System.out.println("postgresql: skipped, " + TestDatabases.PG_URL + " is not set");
            } else {
                measure(name);
            }
        }
    }

    private static void measure(String name) throws InterruptedException, IOException {
        Path home = Files.createTempDirectory("patchbay-benchmark");
        try {
            DataSource source = name.equals("h2") ? TestDatabases.h2(home) : TestDatabases.postgresql();
            measure(name, home, source);
        } finally {
            delete(home);
        }
    }

    private static void measure(String name, Path home, DataSource source) throws InterruptedException {
        OneQueue people = new OneQueue(AGENTS, Math.max(1, 2 * IN_FLIGHT / AGENTS));
        try (PlainStore store = new PlainStore(home, source)) {
            store.migrations()
                    .migrate("io.patchbay.core", CoreNode.class.getClassLoader(), "io/patchbay/core/changelog.sql");
            try (SqlJournal journal =
                            new SqlJournal(store.database(), store.vault(), store.idempotencyKeys(), store.outbox());
                    CoreNode core = node(store, journal, people)) {
                CommandGate commands = new CommandGate(
                        core::handlers,
                        List::of,
                        Optional::empty,
                        store.idempotencyKeys(),
                        new Attempted(journal, actor -> UnitId.ROOT, InstantSource.system()));
                Load load = new Load(core, commands, people, IN_FLIGHT, MESSAGES);
                load.begin();
                load.run(CONTACTS, SECONDS); // warm-up
                for (int run = 1; run <= RUNS; run++) {
                    caughtUp(journal);
                    System.out.println(name + " run " + run + ": " + run(source, journal, load));
                }
            }
        }
    }

    private static CoreNode node(PlainStore store, SqlJournal journal, OneQueue people) {
        return new CoreNode(new CoreNode.Parts(
                store.database(),
                store.vault(),
                journal,
                people,
                people,
                address -> CompletableFuture.completedStage(new Identification.Unknown()),
                () -> new FloorMatching("longest-idle"),
                java.util.List::of,
                List::of,
                List::of,
                java.util.Optional::empty,
                List::of,
                store.home().data().resolve("content"),
                InstantSource.system()));
    }

    private static String run(DataSource source, SqlJournal journal, Load load) throws InterruptedException {
        double before = SYSTEM.getSystemLoadAverage();
        long entries = journal.head();
        long cpu = SYSTEM.getProcessCpuTime();
        double server = serverCpuMillis(source);
        long began = System.nanoTime();
        int contacts = load.run(CONTACTS, SECONDS);
        double seconds = (System.nanoTime() - began) / 1e9;
        long closed = System.nanoTime();
        long lines = journal.head() - entries;
        long behind = journal.behind().getOrDefault("interactions", 0L);
        caughtUp(journal);
        double late = (System.nanoTime() - closed) / 1e9;
        double cpuMillis = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
        server = serverCpuMillis(source) - server;
        return String.format(
                "%.0f contacts/s, %.3f ms CPU a contact (and %.3f in a database server), %.0f entries/s (%.1f a contact), projection %d entries = %.2f s behind at the end;"
                        + " %d contacts in %.1f s, load average before %.1f",
                contacts / seconds,
                cpuMillis / contacts,
                server / contacts,
                lines / seconds,
                (double) lines / contacts,
                behind,
                late,
                contacts,
                seconds,
                before);
    }

    /** CPU time of the processes of a PostgreSQL on this machine; H2 runs in ours, a far server counts as 0. */
    private static double serverCpuMillis(DataSource source) {
        double millis = 0;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                try (ResultSet row = statement.executeQuery("select pid from pg_stat_activity")) {
                    while (row.next()) {
                        millis += ProcessHandle.of(row.getLong(1))
                                .flatMap(server -> server.info().totalCpuDuration())
                                .map(Duration::toMillis)
                                .orElse(0L);
                    }
                }
            }
            return millis;
        } catch (SQLException e) {
            throw new IllegalStateException("the database's processes cannot be asked for", e);
        }
    }

    private static void caughtUp(SqlJournal journal) throws InterruptedException {
        while (journal.behind().values().stream().anyMatch(entries -> entries > 0)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(JournalBenchmark::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
