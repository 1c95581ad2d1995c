// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.floor;

import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.id.UserId;
import io.patchbay.core.path.Known;
import io.patchbay.core.read.JournalledInteractions;
import io.patchbay.core.read.LiveBoard;
import io.patchbay.core.read.QueueBoard;
import io.patchbay.core.read.QueueDay;
import io.patchbay.core.read.WorkingAgents;
import io.patchbay.core.treat.Treatments;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import io.patchbay.ui.floor.FloorContribution;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * CPU of the wallboard: supervisors who look at a busy floor, each with a window of his own, by a clock moved by hand.
 * What a second costs is measured on the one thread that draws: reading, comparing, drawing and writing what is pushed.
 * System properties {@code agents}, {@code viewers}, {@code rate} (contacts a second) and {@code seconds} change the
 * load.
 */
public final class WallboardBenchmark {
    private static final int AGENTS = Integer.getInteger("agents", 500);
    private static final int VIEWERS = Integer.getInteger("viewers", 50);
    private static final int RATE = Integer.getInteger("rate", 2);
    private static final int SECONDS = Integer.getInteger("seconds", 120);
    private static final int WARM_UP = 60;
    private static final int RUNS = 3;
    private static final Instant TEN = Instant.parse("2026-11-22T02:00:00Z");

    private final ManualClock clock = new ManualClock(TEN);
    private final Staff staff = new Staff(AGENTS);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final BusyFloor floor;
    private final FloorContribution wallboard;
    private long pushed;

    private WallboardBenchmark(ExecutorService nobody) {
        Known known = new Known(
                staff,
                staff,
                clock,
                agent -> Optional.empty(),
                List::of,
                List::of,
                List::of,
                queue -> Optional.empty(),
                Optional::empty,
                new Treatments(List::of, nobody, (delay, task) -> task, clock));
        LiveBoard board = new LiveBoard(new QueueDay(known), Runnable::run);
        floor = new BusyFloor(board, staff, clock, RATE);
        wallboard = new FloorContribution(
                new QueueBoard(board, staff, known),
                staff,
                new WorkingAgents(board, known, null),
                new JournalledInteractions(null, null, null, board, id -> Optional.empty(), key -> false),
                new FakeJournal(),
                staff,
                (scope, moment, progress) -> new PastFloor.Moment(moment, List.of(), List.of(), List.of(), List.of()));
    }

    /** Prints the figures of some runs. */
    public static void main(String[] arguments) {
        System.out.printf(
                "machine: %d cores, Java %s; %d agents, %d viewers, %d contacts a second, %d s a run%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), AGENTS, VIEWERS, RATE, SECONDS);
        ExecutorService nobody = Executors.newSingleThreadExecutor();
        try {
            for (int viewers : VIEWERS == 1 ? new int[] {1} : new int[] {1, VIEWERS}) {
                new WallboardBenchmark(nobody).measure(viewers);
            }
        } finally {
            nobody.shutdown();
        }
    }

    private void measure(int count) {
        List<Viewer> viewers = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(number -> viewers.add(new Viewer(new UserId("supervisor-" + number), clock, wallboard)));
        seconds(viewers, WARM_UP);
        for (int run = 1; run <= RUNS; run++) {
            pushed = 0;
            long nanos = seconds(viewers, SECONDS);
            double each = nanos / 1e6 / SECONDS / count;
            System.out.printf(
                    "%d viewers, run %d: %.3f ms CPU a viewer and second, %.1f %% of a core for all, %d characters pushed to"
                            + " each a second; load average %.1f%n",
                    count,
                    run,
                    each,
                    each * count / 10,
                    pushed / SECONDS / count,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    /** CPU of the viewers only, not of what happens on the floor. */
    private long seconds(List<Viewer> viewers, int seconds) {
        long nanos = 0;
        for (int second = 0; second < seconds; second++) {
            floor.second();
            long before = threads.getCurrentThreadCpuTime();
            for (Viewer viewer : viewers) {
                pushed += viewer.second();
            }
            nanos += threads.getCurrentThreadCpuTime() - before;
        }
        return nanos;
    }
}
