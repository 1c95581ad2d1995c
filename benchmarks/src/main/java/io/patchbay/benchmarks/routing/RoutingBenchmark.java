// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The strategies on simulated days, and what an assignment costs. Parts: {@code day}, {@code speed}; both without
 * arguments. System property {@code days} changes the number of days.
 */
public final class RoutingBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int DAYS = Integer.getInteger("days", 10);
    private static final int FIRST = Integer.getInteger("first", 1);
    private static final List<SimulatedDay.Rule> RULES = List.of(
            new SimulatedDay.Rule("longest-idle, no credit", "longest-idle", false, false),
            new SimulatedDay.Rule("longest-idle", "longest-idle", true, false),
            new SimulatedDay.Rule("least-occupied", "least-occupied", true, false),
            new SimulatedDay.Rule("best-skill", "best-skill", true, false),
            new SimulatedDay.Rule("slack-first", "slack-first", true, false),
            new SimulatedDay.Rule("one pool (bound)", "longest-idle", true, true));

    private RoutingBenchmark() {}

    /** Prints the figures of the parts named. */
    public static void main(String[] parts) {
        Locale.setDefault(Locale.ROOT);
        System.out.printf(
                "machine: %d cores, %s %s, Java %s; load average %.1f%n",
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getName(),
                SYSTEM.getArch(),
                Runtime.version(),
                SYSTEM.getSystemLoadAverage());
        Set<String> wanted = parts.length == 0 ? Set.of("day", "speed") : Set.of(parts);
        if (wanted.contains("day")) {
            day();
        }
        if (wanted.contains("speed")) {
            Speed.print();
        }
        System.out.printf("load average %.1f%n", SYSTEM.getSystemLoadAverage());
    }

    private static void day() {
        System.out.printf(
                "simulated day, mean of %d from seed %d: within 20 s, worst queue, VIP within 10 s, gone, longest wait%n",
                DAYS, FIRST);
        for (SimulatedDay.Rule rule : RULES) {
            Figures mean = LongStream.range(FIRST, FIRST + DAYS)
                    .mapToObj(seed -> SimulatedDay.of(Day.of(seed), rule))
                    .reduce(Figures::plus)
                    .orElseThrow()
                    .over(DAYS);
            System.out.printf(
                    "  %-24s %5.1f %%  %5.1f %%  %5.1f %%  %4.1f %%  %4.0f s%n",
                    rule.name(), mean.level(), mean.worst(), mean.vip(), mean.abandoned(), mean.longest());
        }
    }
}
