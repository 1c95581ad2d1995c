// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Queued and recorded telephone calls through a whole Patchbay: {@code ./run --demo} on PostgreSQL; callers, agents'
 * phones and their sound are this process. System properties {@code agents}, {@code warmUp}, {@code seconds},
 * {@code rates}, {@code recorded}, {@code waiting} change the load, {@code parts} says what is measured.
 */
public final class CallsBenchmark {
    private static final int AGENTS = Integer.getInteger("agents", 300);
    private static final int WARM_UP = Integer.getInteger("warmUp", 40);
    private static final int SECONDS = Integer.getInteger("seconds", 15);
    private static final int WAITING = Integer.getInteger("waiting", 500);
    private static final int[] RATES = numbers("rates", "50,100,200,250,300,400");
    private static final int[] RECORDED = numbers("recorded", "100,200");
    private static final List<String> PARTS =
            List.of(System.getProperty("parts", "queued,freed,recorded,threads").split(","));
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final double USEFUL = 0.01;
    private static final int DRAIN_SECONDS = 40;
    private static final double NANOS = 1e9;

    private final Patchbay patchbay;
    private final JournalLog journal;
    private final Floor floor;
    private final Carrier carrier;
    private final Phones phones;
    private final Sound silent;

    private CallsBenchmark(
            Patchbay patchbay, JournalLog journal, Floor floor, Carrier carrier, Phones phones, Sound silent) {
        this.patchbay = patchbay;
        this.journal = journal;
        this.floor = floor;
        this.carrier = carrier;
        this.phones = phones;
        this.silent = silent;
    }

    private static int[] numbers(String property, String usual) {
        return Arrays.stream(System.getProperty(property, usual).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** The folder of {@code ./run}. */
    public static void main(String[] root) throws IOException, SQLException {
        System.out.printf(
                "machine: %d cores, Java %s; %d agents, %d s a rate after %d s, talk %d-%d ms, load average %s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                AGENTS,
                SECONDS,
                WARM_UP,
                SHORTEST.toMillis(),
                LONGEST.toMillis(),
                load());
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, work -> {
            Thread thread = new Thread(work, "benchmark-timer");
            thread.setDaemon(true);
            return thread;
        });
        try (JournalLog journal = new JournalLog();
                Patchbay patchbay = Patchbay.start(Path.of(root[0]), journal.store());
                Sound silent = new Sound(1);
                Carrier carrier = new Carrier(patchbay.sipPort(), silent, timer)) {
            Floor floor = new Floor(patchbay, AGENTS);
            floor.furnish();
            try (Phones phones = new Phones(floor.extensions(), patchbay.sipPort(), silent, timer)) {
                new CallsBenchmark(patchbay, journal, floor, carrier, phones, silent).run();
            }
        }
        System.out.printf(
                "peer (recorded figures): Asterisk 22, app_queue, 300 agents: 7.4-8.8 ms CPU a call, useful to"
                        + " 200 calls/s (p99 61 ms), 0.63-0.77 %% of a core a recorded call, freed agent idle 0.3-0.8 s%n");
        System.out.printf(
                "goals: <= 3 ms CPU a queued call, 250 calls/s (stretch 400) at < 0.1 %% failed and p99 < 100 ms,"
                        + " <= 0.2 %% of a core a recorded call, next offer within 20 ms, no thread a waiting call%n");
    }

    private void run() throws IOException, SQLException {
        await("the phones are registered", () -> {
            phones.register();
            pause(0.2);
            return phones.registered() == AGENTS;
        });
        floor.ready(AGENTS);
        System.out.printf("%d phones registered, agents ready; %d MB resident%n", AGENTS, resident());
        place(100, WARM_UP / 2.0);
        place(200, WARM_UP / 2.0);
        drained();
        for (String part : PARTS) {
            switch (part) {
                case "queued" -> queued();
                case "freed" -> freed();
                case "recorded" -> recorded();
                case "threads" -> threads();
                default -> throw new IllegalArgumentException("no part is called " + part);
            }
        }
    }

    // ---- CPU of a queued call, calls a second, set-up ----

    private void queued() throws SQLException {
        for (int rate : RATES) {
            if (queued(rate) > USEFUL) {
                System.out.printf("more than %.0f %% failed: no higher rate is tried%n", 100 * USEFUL);
                return;
            }
        }
    }

    private double queued(int rate) throws SQLException {
        String load = load();
        long head = journal.head();
        Carrier.Tally tally = carrier.count();
        double ours = patchbay.proc().cpuSeconds();
        double server = journal.serverCpuSeconds();
        double took = place(rate, SECONDS);
        drained();
        int placed = tally.placed.get();
        ours = patchbay.proc().cpuSeconds() - ours;
        server = journal.serverCpuSeconds() - server;
        int handled = journal.closed("handled", head);
        double failed = 1 - (double) handled / placed;
        System.out.printf(
                "%d calls/s (%.1f placed): %.2f ms CPU a call, and %.2f in PostgreSQL; %d of %d calls failed (%.2f %%:"
                        + " %d refused, %d without answer, %d abandoned), %d INVITEs repeated%n",
                rate,
                placed / took,
                1_000 * ours / placed,
                1_000 * server / placed,
                placed - handled,
                placed,
                100 * failed,
                tally.refused.get(),
                tally.silence.get(),
                journal.closed("abandoned", head),
                tally.repeated.get());
        System.out.printf(
                "  INVITE to 200: p50 %.1f ms, p99 %.1f ms, longest %.0f ms; arrival to agent: p50 %.0f ms, p99 %.0f ms;"
                        + " %.1f entries a call; load average before %s, after %s%n",
                tally.setUp.millis(0.5),
                tally.setUp.millis(0.99),
                tally.setUp.millis(1),
                journal.connected(0.5, head),
                journal.connected(0.99, head),
                (double) (journal.head() - head) / placed,
                load,
                load());
        return failed;
    }

    /** Places calls evenly; gives how many seconds that took. */
    private double place(int rate, double seconds) {
        long began = System.nanoTime();
        int calls = (int) (rate * seconds);
        for (int i = 0; i < calls; i++) {
            long due = began + (long) (i * NANOS / rate);
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            carrier.call(Floor.PLAIN, SHORTEST, LONGEST);
        }
        return (System.nanoTime() - began) / NANOS;
    }

    // ---- a freed agent's next offer ----

    /**
     * More callers than agents; agents talk for one to three seconds and hang up, so that each has somebody waiting for
     * him.
     */
    private void freed() throws SQLException {
        String load = load();
        int agents = Math.min(AGENTS, 200);
        floor.ready(agents);
        long head = journal.head();
        phones.hangUpAfter(Duration.ofSeconds(2));
        fill(2 * agents);
        Samples idle = phones.idle();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() - end < 0) {
            fill(2 * agents);
            pause(0.01);
        }
        System.out.printf(
                "%d agents, as many callers waiting: from an agent's BYE to his next INVITE p50 %.1f ms, p95 %.1f ms,"
                        + " longest %.0f ms (%d times, %d calls handled), load average before %s, after %s%n",
                agents,
                idle.millis(0.5),
                idle.millis(0.95),
                idle.millis(1),
                idle.count(),
                journal.closed("handled", head),
                load,
                load());
        drained();
        phones.hangUpAfter(Duration.ZERO);
        floor.ready(AGENTS);
    }

    private void fill(int open) {
        while (carrier.open() < open) {
            carrier.stay(Floor.PLAIN, new Carrier.Ear(silent, 0, false));
        }
    }

    // ---- recorded calls ----

    private void recorded() throws IOException, SQLException {
        for (int calls : RECORDED) {
            try (Sound callers = new Sound(calls);
                    Sound agents = new Sound(AGENTS)) {
                recorded(calls, callers, agents);
            } finally {
                phones.talk(silent, false);
            }
        }
    }

    private void recorded(int calls, Sound callers, Sound agents) throws SQLException {
        phones.talk(agents, true);
        Carrier.Tally tally = carrier.count();
        for (int i = 0; i < calls; i++) {
            carrier.stay(Floor.RECORDED, new Carrier.Ear(callers, i, true));
            pause(0.02);
        }
        pause(10);
        String load = load();
        double ours = patchbay.proc().cpuSeconds();
        double server = journal.serverCpuSeconds();
        long sent = callers.sent() + agents.sent();
        long back = callers.received() + agents.received();
        long began = System.nanoTime();
        pause(2 * SECONDS);
        double took = (System.nanoTime() - began) / NANOS;
        ours = patchbay.proc().cpuSeconds() - ours;
        server = journal.serverCpuSeconds() - server;
        System.out.printf(
                "%d recorded calls (%d answered): %.3f %% of a core each (%.1f s CPU in %.1f s; PostgreSQL %.1f s),"
                        + " %.0f packets/s in, %.0f out; %d MB resident; load average before %s, after %s%n",
                calls,
                tally.answered.get(),
                100 * ours / took / calls,
                ours,
                took,
                server,
                (callers.sent() + agents.sent() - sent) / took,
                (callers.received() + agents.received() - back) / took,
                resident(),
                load,
                load());
        callers.silence();
        agents.silence();
        carrier.hangUp();
        drained();
    }

    // ---- threads ----

    private void threads() {
        floor.ready(0);
        pause(3);
        int before = patchbay.proc().threads();
        Carrier.Tally tally = carrier.count();
        for (int i = 0; i < WAITING; i++) {
            carrier.stay(Floor.PLAIN, new Carrier.Ear(silent, 0, false));
            pause(0.01);
        }
        await("all are answered", () -> tally.answered.get() + tally.failed() == WAITING);
        pause(3);
        System.out.printf(
                "threads: %d with no call, %d with %d callers waiting; %d MB resident%n",
                before, patchbay.proc().threads(), tally.answered.get(), resident());
        carrier.hangUp();
        drained();
    }

    // ---- time ----

    private int resident() {
        return patchbay.proc().residentMegabytes();
    }

    /** Until all callers are gone, and a moment for what follows them. */
    private void drained() {
        await("all calls are over", () -> carrier.open() == 0);
        pause(2);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("did not come true: " + what);
            }
            pause(0.02);
        }
    }

    private static void pause(double seconds) {
        long until = System.nanoTime() + (long) (seconds * NANOS);
        while (until - System.nanoTime() > 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}
