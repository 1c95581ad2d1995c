// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Days as lines of text: {@code 2026-10-10 | MONDAY | 调休上班 | Working day}. */
final class DayLines {
    private DayLines() {}

    static String special(RuleCalendar calendar) {
        return calendar.special().stream()
                .map(day -> line(
                        day.date(),
                        day.spans().stream().map(Span::toString).collect(Collectors.joining(", ")),
                        day.chinese(),
                        day.english()))
                .collect(Collectors.joining("\n"));
    }

    static List<RuleCalendar.SpecialDay> special(String text) {
        return lines(text).stream()
                .map(cells ->
                        new RuleCalendar.SpecialDay(LocalDate.parse(cells[0]), spans(cells[1]), cells[3], cells[2]))
                .toList();
    }

    static String holidays(HolidayPack pack) {
        return pack.days().stream()
                .map(day ->
                        line(day.date(), day.worksAs().map(DayOfWeek::name).orElse(""), day.chinese(), day.english()))
                .collect(Collectors.joining("\n"));
    }

    static List<HolidayPack.Day> holidays(String text) {
        return lines(text).stream()
                .map(cells -> new HolidayPack.Day(
                        LocalDate.parse(cells[0]),
                        Optional.of(cells[1])
                                .filter(day -> !day.isEmpty())
                                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))),
                        cells[3],
                        cells[2]))
                .toList();
    }

    static List<Span> spans(String text) {
        return Arrays.stream(text.split("[,，]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Span::parse)
                .toList();
    }

    private static String line(LocalDate date, String what, String chinese, String english) {
        return date + " | " + what + " | " + chinese + " | " + english;
    }

    private static List<String[]> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    String[] cells = Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new);
                    if (cells.length != 4 || cells[2].isEmpty() || cells[3].isEmpty()) {
                        throw new IllegalArgumentException(line);
                    }
                    return cells;
                })
                .toList();
    }
}
