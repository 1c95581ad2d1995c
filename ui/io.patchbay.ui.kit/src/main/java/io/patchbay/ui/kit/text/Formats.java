// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, durations and times as people read them: half-width digits, real minus, 24-hour clock. */
public final class Formats {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final boolean chinese;
    private final ZoneId zone;

    /**
     * Formats for a reader.
     *
     * @param locale his language
     * @param zone his zone
     */
    public Formats(Locale locale, ZoneId zone) {
        this.chinese = Languages.chinese(locale);
        this.zone = zone;
    }

    /**
     * A duration: 0:22, 12:07, 1:02:40.
     *
     * @param duration how long; shorter than nothing is nothing
     * @return minutes and seconds
     */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long hours = seconds / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds % 3600 / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /**
     * A whole number: 12,486; −3.
     *
     * @param number which
     * @return with thousands commas and a real minus
     */
    public static String number(long number) {
        return signed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number));
    }

    /**
     * A mean of marks: 4.25.
     *
     * @param mark the mean
     * @return its text
     */
    public static String mark(double mark) {
        return String.format(Locale.ROOT, "%.2f", mark);
    }

    /**
     * A share as per cent with one decimal: 87.2%.
     *
     * @param share 0.0 to 1.0
     * @return per cent
     */
    public static String share(double share) {
        return percent(share) + "%";
    }

    /**
     * A share as per cent with one decimal, without its sign.
     *
     * @param share 0.0 to 1.0
     * @return for example 87.2
     */
    public static String percent(double share) {
        return signed(new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share * 100));
    }

    private static String signed(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /**
     * An age in one unit: 22 秒, 12 分, 1 小时; 22 s, 12 min, 1 h.
     *
     * @param age how old
     * @return number and unit
     */
    public String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + (chinese ? " 秒" : " s");
        } else if (seconds < 3600) {
            return seconds / 60 + (chinese ? " 分" : " min");
        }
        return seconds / 3600 + (chinese ? " 小时" : " h");
    }

    /**
     * The clock: 10:21.
     *
     * @param at when
     * @return hours and minutes
     */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /**
     * The clock for audits: 10:21:02.114.
     *
     * @param at when
     * @return with milliseconds
     */
    public String exact(Instant at) {
        return EXACT.format(at.atZone(zone));
    }

    /**
     * A moment: today 10:21, 昨天 21:14, this year 11-20 09:00 or 20 Nov 09:00, else 2025-11-20.
     *
     * @param at when
     * @param now the moment to compare with
     * @return as short as can be understood
     */
    public String moment(Instant at, Instant now) {
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return CLOCK.format(then);
        } else if (then.toLocalDate().equals(today.minusDays(1))) {
            return (chinese ? "昨天 " : "yesterday ") + CLOCK.format(then);
        } else if (then.getYear() == today.getYear()) {
            return (chinese ? CHINESE_DAY : ENGLISH_DAY).format(then) + " " + CLOCK.format(then);
        }
        return FULL_DAY.format(then);
    }

    /**
     * A day: 2026-11-20.
     *
     * @param at when
     * @return the day in the reader's zone
     */
    public String day(Instant at) {
        return FULL_DAY.format(at.atZone(zone));
    }

    /**
     * A moment with its day, whichever it is: 2026-11-20 10:21.
     *
     * @param at when
     * @return day and clock
     */
    public String dated(Instant at) {
        return FULL_DAY.format(at.atZone(zone)) + " " + clock(at);
    }

    /**
     * A size for people.
     *
     * @param bytes 0 or more
     * @return for example {@code 386 KB}
     */
    public String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? Math.round(bytes / 1024.0) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }
}
