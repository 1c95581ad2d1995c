// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import java.util.Arrays;

/**
 * What became of a day's calls, in percent, and the longest wait of an answered one in seconds.
 *
 * @param level answered within 20 s, of all but those gone within 5 s
 * @param worst the same of the worst of the 12 queues
 * @param vip VIP calls answered within 10 s, of all VIP calls but those gone within 5 s
 * @param abandoned gone before an answer, of all
 * @param longest seconds
 */
record Figures(double level, double worst, double vip, double abandoned, double longest) {
    private static final long GOAL = 20_000;
    private static final long VIP_GOAL = 10_000;
    private static final long SHORT = 5_000;

    /** Counts while a day goes on. */
    static final class Count {
        private final int[] offered = new int[Day.TYPES];
        private final int[] inTime = new int[Day.TYPES];
        private int vips;
        private int vipsInTime;
        private int gone;
        private int all;
        private long longest;

        void answered(Day.Call call, long waited) {
            all++;
            offered[call.type()]++;
            inTime[call.type()] += waited <= GOAL ? 1 : 0;
            vips += call.vip() ? 1 : 0;
            vipsInTime += call.vip() && waited <= VIP_GOAL ? 1 : 0;
            longest = Math.max(longest, waited);
        }

        void left(Day.Call call) {
            all++;
            gone++;
            if (call.patience() >= SHORT) {
                offered[call.type()]++;
                vips += call.vip() ? 1 : 0;
            }
        }

        Figures figures() {
            double worst = 1;
            for (int type = 0; type < Day.TYPES; type++) {
                worst = Math.min(worst, inTime[type] / (double) offered[type]);
            }
            double level = Arrays.stream(inTime).sum()
                    / (double) Arrays.stream(offered).sum();
            return new Figures(
                    100 * level, 100 * worst, 100.0 * vipsInTime / vips, 100.0 * gone / all, longest / 1_000.0);
        }
    }

    Figures plus(Figures other) {
        return new Figures(
                level + other.level,
                worst + other.worst,
                vip + other.vip,
                abandoned + other.abandoned,
                longest + other.longest);
    }

    Figures over(int days) {
        return new Figures(level / days, worst / days, vip / days, abandoned / days, longest / days);
    }
}
