// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.pace;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** How busy each hour of a day is: quiet nights, two rush hours, an average of one. */
public final class DayCurve {
    private static final double[] HOURS = {
        0.25, 0.2, 0.2, 0.2, 0.2, 0.3, 0.5, 0.8, 1.4, 2.1, 2.2, 1.7, 1.1, 1.2, 1.9, 2.1, 1.8, 1.4, 1.1, 1.0, 0.9, 0.7,
        0.5, 0.35
    };
    private static final double AVERAGE = average();

    private DayCurve() {}

    private static double average() {
        double sum = 0;
        for (double hour : HOURS) {
            sum += hour;
        }
        return sum / HOURS.length;
    }

    /** The factor at a time of day, going evenly from the middle of one hour to the next. */
    public static double at(LocalTime time) {
        double position = time.toSecondOfDay() / 3600.0 - 0.5;
        int before = (int) Math.floor(position);
        double share = position - before;
        return (hour(before) * (1 - share) + hour(before + 1) * share) / AVERAGE;
    }

    /** The factor in the middle of each hour. */
    public static List<Double> hours() {
        return IntStream.range(0, HOURS.length)
                .mapToObj(hour -> at(LocalTime.of(hour, 30)))
                .toList();
    }

    private static double hour(int index) {
        return HOURS[Math.floorMod(index, HOURS.length)];
    }
}
