// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.TestDatabases;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.api.TraceQuestion;
import io.patchbay.trace.api.TraceQuestion.Page;
import io.patchbay.trace.api.TraceQuestion.Span;
import io.patchbay.trace.index.TraceIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * How long questions to the trace take over many acts of two years: by person, account, kind and time, alone and
 * together. System properties {@code acts}, {@code people}, {@code accounts}, {@code runs} change it.
 */
public final class TraceBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ACTS = Integer.getInteger("acts", 1_000_000);
    private static final int PEOPLE = Integer.getInteger("people", 500);
    private static final int ACCOUNTS = Integer.getInteger("accounts", 20_000);
    private static final int RUNS = Integer.getInteger("runs", 5);
    private static final int GROUP = 1_000;
    private static final Instant BEGIN = Instant.parse("2024-11-22T00:00:00Z");
    private static final Duration STEP = Duration.ofDays(730).dividedBy(ACTS);
    private static final List<String> KINDS = List.of(
            "business.begun",
            "business.finished",
            "recording.played",
            "signIn.succeeded",
            "customer.saved",
            "queue.saved",
            "command.refused",
            "export.made");
    private static final UnitId UNIT = new UnitId("headquarters");
    private static final Logger MIGRATIONS = Logger.getLogger("liquibase");

    private TraceBenchmark() {}

    /** The databases to run on: {@code h2}, {@code postgresql}; both without arguments. */
    public static void main(String[] databases) throws IOException {
        MIGRATIONS.setLevel(Level.WARNING);
        System.out.printf(
                "machine: %d cores, %s %s, Java %s; %d acts of %d people on %d accounts%n",
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getName(),
                SYSTEM.getArch(),
                Runtime.version(),
                ACTS,
                PEOPLE,
                ACCOUNTS);
        for (String name : databases.length == 0 ? List.of("h2", "postgresql") : List.of(databases)) {
            if (name.equals("postgresql") && System.getenv(TestDatabases.PG_URL) == null) {
                System.out.println("postgresql: skipped, " + TestDatabases.PG_URL + " is not set");
            } else {
                measure(name);
            }
        }
    }

    private static void measure(String name) throws IOException {
        Path home = Files.createTempDirectory("patchbay-benchmark");
        DataSource source = name.equals("h2") ? TestDatabases.h2(home) : TestDatabases.postgresql();
        try (PlainStore store = new PlainStore(home, source)) {
            store.migrations()
                    .migrate("io.patchbay.trace", TraceIndex.class.getClassLoader(), "io/patchbay/trace/changelog.sql");
            TraceIndex trace = new TraceIndex(store.database().dataSource(), new FakeJournal(), store.vault());
            long began = System.nanoTime();
            fill(trace);
            System.out.printf(
                    "%s: indexed in %.0f s, load average %.1f%n",
                    name, (System.nanoTime() - began) / 1e9, SYSTEM.getSystemLoadAverage());
            questions().forEach((words, question) -> ask(name, words, trace, question));
        } finally {
            delete(home);
        }
    }

    private static void fill(TraceIndex trace) {
        Random random = new Random(7);
        for (long seq = 1; seq <= ACTS; ) {
            List<JournalEntry> group = new ArrayList<>();
            for (int i = 0; i < GROUP && seq <= ACTS; i++) {
                group.add(act(seq++, random));
            }
            trace.take(group);
        }
    }

    /** One person in ten acts does half of everything; so do accounts. */
    private static JournalEntry act(long seq, Random random) {
        String type = KINDS.get(random.nextInt(KINDS.size()));
        Map<String, Object> body = type.startsWith("business.")
                ? Map.of("account", new Confidential.Clear("6222" + often(random, ACCOUNTS)))
                : Map.of("user", "u" + often(random, PEOPLE), "from", "192.0.2." + random.nextInt(250));
        Instant at = BEGIN.plus(STEP.multipliedBy(seq));
        return new JournalEntry(
                seq,
                at,
                type,
                1,
                Optional.of(InteractionId.at(at.toEpochMilli())),
                "user:u" + often(random, PEOPLE),
                UNIT,
                0,
                body,
                "0".repeat(64),
                List.of());
    }

    private static int often(Random random, int among) {
        return random.nextBoolean() ? random.nextInt(Math.max(1, among / 10)) : random.nextInt(among);
    }

    private static Map<String, TraceQuestion> questions() {
        Optional<String> none = Optional.empty();
        Optional<String> who = Optional.of("user:u3");
        Optional<String> account = Optional.of("6222" + 5);
        Span month =
                new Span(Optional.of(BEGIN.plus(Duration.ofDays(300))), Optional.of(BEGIN.plus(Duration.ofDays(330))));
        Span ever = new Span(Optional.empty(), Optional.empty());
        Map<String, TraceQuestion> questions = new java.util.LinkedHashMap<>();
        questions.put("everything, newest", question(none, none, none, ever));
        questions.put("by person", question(who, none, none, ever));
        questions.put("by account", question(none, account, none, ever));
        questions.put("by kind", question(none, none, Optional.of("export.made"), ever));
        questions.put("by family", question(none, none, Optional.of("business"), ever));
        questions.put("in a month", question(none, none, none, month));
        questions.put("person x account x kind x month", question(who, account, Optional.of("business.begun"), month));
        questions.put("person x kind x month", question(who, none, Optional.of("recording.played"), month));
        questions.put("a person who did nothing", question(Optional.of("user:nobody"), none, none, ever));
        questions.put("a kind he never did, ever", question(who, none, Optional.of("role.saved"), ever));
        return questions;
    }

    private static TraceQuestion question(
            Optional<String> who, Optional<String> account, Optional<String> kind, Span span) {
        return new TraceQuestion(
                who,
                Optional.empty(),
                account,
                kind,
                Optional.empty(),
                Optional.empty(),
                span,
                new Page(100, Optional.empty()));
    }

    private static void ask(String name, String words, Trace trace, TraceQuestion question) {
        Scope reader = Scope.of(new UserId("audrey"), Set.of(UNIT), Set.of(Trace.SEE));
        double first = 0;
        double worst = 0;
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            found = trace.find(reader, question).size();
            double millis = (System.nanoTime() - began) / 1e6;
            first = run == 0 ? millis : first;
            worst = Math.max(worst, millis);
        }
        System.out.printf(
                "  %s: %s: first %.0f ms, slowest of %d %.0f ms, %d lines%n", name, words, first, RUNS, worst, found);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
