// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * What an assignment costs on a floor that is full on both sides, see {@link Crowd}. An assignment is all of it: the
 * agent who becomes free or the contact that comes, the decision, and both taken off the floor.
 */
final class Speed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = Integer.getInteger("warmUp", 400_000);
    private static final int ASSIGNMENTS = Integer.getInteger("assignments", 400_000);

    private Speed() {}

    static void print() {
        System.out.printf(
                "assignment, %d skills, %d waiting: p50 and p99 of %d for an agent who becomes free, for a contact that"
                        + " comes; CPU of both and what puts them back%n",
                Crowd.SKILLS, Crowd.WAITING, ASSIGNMENTS);
        for (String strategy : List.of("longest-idle", "slack-first")) {
            for (int agents : List.of(100, 1_000, 10_000)) {
                measure(strategy, agents);
            }
        }
    }

    private static void measure(String strategy, int agents) {
        Crowd crowd = new Crowd(agents, strategy);
        for (int i = 0; i < WARM_UP; i++) {
            crowd.freed();
            crowd.arrived();
        }
        long[] freed = new long[ASSIGNMENTS];
        long[] arrived = new long[ASSIGNMENTS];
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < ASSIGNMENTS; i++) {
            freed[i] = crowd.freed();
            arrived[i] = crowd.arrived();
        }
        double each = (THREADS.getCurrentThreadCpuTime() - cpu) / 2e3 / ASSIGNMENTS;
        System.out.printf(
                "  %-12s %6d agents: %s, %s; CPU %.2f µs%n", strategy, agents, spread(freed), spread(arrived), each);
    }

    private static String spread(long[] nanos) {
        Arrays.sort(nanos);
        return "%.2f and %.2f µs".formatted(nanos[nanos.length / 2] / 1e3, nanos[nanos.length / 100 * 99] / 1e3);
    }
}
