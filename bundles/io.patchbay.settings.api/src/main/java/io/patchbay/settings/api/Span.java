// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * A part of a day, {@code 09:00-17:30}.
 *
 * @param fromMinute its first minute, 0 to 1439
 * @param untilMinute the first minute after it, up to 1440, which is {@code 24:00}
 */
public record Span(int fromMinute, int untilMinute) {
    private static final int DAY = 24 * 60;

    public Span {
        if (fromMinute < 0 || untilMinute > DAY || fromMinute >= untilMinute) {
            throw new IllegalArgumentException(
                    "a span must begin before it ends, such as 09:00-17:30, but is " + fromMinute + "-" + untilMinute);
        }
    }

    /**
     * Reads a span.
     *
     * @param text such as {@code 09:00-17:30} or {@code 00:00-24:00}
     * @return the span
     * @throws IllegalArgumentException naming the text if it is none
     */
    public static Span parse(String text) {
        int dash = text.indexOf('-');
        if (dash != 5 || text.length() != 11) {
            throw new IllegalArgumentException("a span must be like 09:00-17:30 but is \"" + text + "\"");
        }
        return new Span(minute(text.substring(0, 5), text), minute(text.substring(6), text));
    }

    private static int minute(String clock, String text) {
        try {
            return clock.equals("24:00") ? DAY : LocalTime.parse(clock).toSecondOfDay() / 60;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a span must be like 09:00-17:30 but is \"" + text + "\"", e);
        }
    }

    @Override
    public String toString() {
        return clock(fromMinute) + "-" + clock(untilMinute);
    }

    private static String clock(int minute) {
        return minute == DAY ? "24:00" : LocalTime.ofSecondOfDay(minute * 60L).toString();
    }
}
