// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.calendar;

import io.patchbay.settings.api.Calendars.Opening;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers for one calendar: special days beat holidays and made-up working days, which beat the weekday. */
public final class Timetable {
    private static final int LOOK_AHEAD_DAYS = 400;

    private final RuleCalendar calendar;
    private final Map<LocalDate, RuleCalendar.SpecialDay> special = new HashMap<>();
    private final Map<LocalDate, HolidayPack.Day> holidays = new HashMap<>();

    private record Day(List<Span> spans, String english, String chinese) {}

    private record Stretch(Instant from, Instant until) {}

    /** The packs are those that the calendar names. */
    public Timetable(RuleCalendar calendar, List<HolidayPack> packs) {
        this.calendar = calendar;
        calendar.special().forEach(day -> special.put(day.date(), day));
        packs.forEach(pack -> pack.days().forEach(day -> holidays.put(day.date(), day)));
    }

    /** What it says of a moment. */
    public Opening at(Instant at) {
        LocalDate today = at.atZone(calendar.zone()).toLocalDate();
        Day day = day(today);
        Optional<Stretch> running = stretches(today).stream()
                .filter(one -> !at.isBefore(one.from()) && at.isBefore(one.until()))
                .findFirst();
        Optional<Instant> next = running.isPresent() ? end(running.get(), today) : begin(at, today);
        return new Opening(running.isPresent(), day.english(), day.chinese(), next);
    }

    private Optional<Instant> begin(Instant at, LocalDate today) {
        for (int i = 0; i <= LOOK_AHEAD_DAYS; i++) {
            Optional<Instant> found = stretches(today.plusDays(i)).stream()
                    .map(Stretch::from)
                    .filter(from -> from.isAfter(at))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Stretches that touch, such as over midnight, are one. */
    private Optional<Instant> end(Stretch running, LocalDate today) {
        Instant until = running.until();
        for (int i = 0; i <= LOOK_AHEAD_DAYS; i++) {
            Instant reached = until;
            for (Stretch next : stretches(today.plusDays(i))) {
                if (next.from().equals(until)) {
                    until = next.until();
                }
            }
            if (reached.equals(until) && until.isBefore(start(today.plusDays(i + 1L)))) {
                return Optional.of(until);
            }
        }
        return Optional.empty();
    }

    private List<Stretch> stretches(LocalDate date) {
        List<Stretch> stretches = new ArrayList<>();
        for (Span span : day(date).spans()) {
            stretches.add(new Stretch(moment(date, span.fromMinute()), moment(date, span.untilMinute())));
        }
        return stretches;
    }

    private Instant moment(LocalDate date, int minute) {
        return minute == 24 * 60
                ? start(date.plusDays(1))
                : ZonedDateTime.of(date.atTime(minute / 60, minute % 60), calendar.zone())
                        .toInstant();
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(calendar.zone()).toInstant();
    }

    private Day day(LocalDate date) {
        RuleCalendar.SpecialDay own = special.get(date);
        if (own != null) {
            return new Day(own.spans(), own.english(), own.chinese());
        }
        HolidayPack.Day pack = holidays.get(date);
        if (pack != null) {
            List<Span> spans =
                    pack.worksAs().map(weekday -> weekday(date, weekday)).orElse(List.of());
            return new Day(spans, pack.english(), pack.chinese());
        }
        return new Day(weekday(date, date.getDayOfWeek()), "business hours", "营业时间");
    }

    private List<Span> weekday(LocalDate date, DayOfWeek weekday) {
        return calendar.hoursOn(date)
                .map(set -> set.weekdays().getOrDefault(weekday, List.of()))
                .orElse(List.of());
    }
}
