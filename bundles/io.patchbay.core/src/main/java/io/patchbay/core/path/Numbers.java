// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Short numbers for people, {@code yyMMdd-nnnnn}, counted for each business day. Safe for any thread. */
public final class Numbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Map<String, Integer> last = new ConcurrentHashMap<>();

    /** The next number of a day. */
    public String next(LocalDate day) {
        String prefix = DAY.format(day);
        int number = last.merge(prefix, 1, Integer::sum);
        if (last.size() > 3) {
            last.keySet().removeIf(old -> old.compareTo(DAY.format(day.minusDays(1))) < 0);
        }
        return String.format(Locale.ROOT, "%s-%05d", prefix, number);
    }

    /** A number that was already given, in an earlier life. */
    public void seen(String number) {
        int dash = number.indexOf('-');
        last.merge(number.substring(0, dash), Integer.valueOf(number.substring(dash + 1)), Math::max);
    }

    /** The last number of each recent day, for the snapshot. */
    public Map<String, Integer> last() {
        return Map.copyOf(last);
    }
}
