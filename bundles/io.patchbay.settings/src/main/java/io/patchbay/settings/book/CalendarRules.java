// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.command.Problem;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.Span;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold for calendars: no moment with two answers. */
final class CalendarRules {
    private final Map<String, HolidayPack> packs;

    CalendarRules(Map<String, HolidayPack> packs) {
        this.packs = packs;
    }

    Optional<Problem> against(RuleCalendar calendar) {
        for (RuleCalendar.Hours set : calendar.hours()) {
            if (set.weekdays().isEmpty()) {
                return Rules.no(
                        "empty-hours",
                        "A set of hours of {0} names no weekday. Give one, or take the set away.",
                        "{0} 中有一组时段未设置任何星期，请补充或删除该组。",
                        calendar.id());
            }
            for (List<Span> spans : set.weekdays().values()) {
                Optional<Problem> overlap = overlap(calendar.id(), spans);
                if (overlap.isPresent()) {
                    return overlap;
                }
            }
        }
        Set<LocalDate> special = new HashSet<>();
        for (RuleCalendar.SpecialDay day : calendar.special()) {
            Optional<Problem> twice = special.add(day.date())
                    ? overlap(calendar.id(), day.spans())
                    : Rules.no(
                            "day-twice",
                            "{0} has the special day {1} twice.",
                            "{0} 的特殊日期 {1} 重复。",
                            calendar.id(),
                            day.date());
            if (twice.isPresent()) {
                return twice;
            }
        }
        return hours(calendar).or(() -> packs(calendar));
    }

    private static Optional<Problem> overlap(String calendar, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).fromMinute() < spans.get(i - 1).untilMinute()) {
                return Rules.no(
                        "spans-overlap",
                        "In {0} the spans {1} and {2} overlap. Join them or end the first one earlier.",
                        "{0} 中时段 {1} 与 {2} 重叠，请合并或提前结束前一个。",
                        calendar,
                        spans.get(i - 1),
                        spans.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> hours(RuleCalendar calendar) {
        for (int i = 0; i < calendar.hours().size(); i++) {
            for (int j = i + 1; j < calendar.hours().size(); j++) {
                if (meet(calendar.hours().get(i), calendar.hours().get(j))) {
                    return Rules.no(
                            "hours-overlap",
                            "{0} has two sets of hours, number {1} and {2}, for the same days. Give the first one an end.",
                            "{0} 的第 {1} 组与第 {2} 组时段日期重叠，请为前一组设置截止日期。",
                            calendar.id(),
                            i + 1,
                            j + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean meet(RuleCalendar.Hours one, RuleCalendar.Hours other) {
        return before(one.from(), other.until()) && before(other.from(), one.until());
    }

    private static boolean before(Optional<LocalDate> from, Optional<LocalDate> until) {
        return from.isEmpty() || until.isEmpty() || from.get().isBefore(until.get());
    }

    /** Two packs that say different things of one day. */
    private Optional<Problem> packs(RuleCalendar calendar) {
        Map<LocalDate, String> said = new HashMap<>();
        for (String name : calendar.holidays()) {
            if (!packs.containsKey(name)) {
                return Rules.no("unknown-holidays", "There are no holidays {0}.", "没有节假日 {0}。", name);
            }
            for (HolidayPack.Day day : packs.get(name).days()) {
                String other = said.putIfAbsent(day.date(), name);
                if (other != null) {
                    return Rules.no(
                            "holidays-clash",
                            "{1} and {2} both speak of {3} in {0}. Keep one, or make {3} a special day of a pack of your own.",
                            "{0} 中 {1} 与 {2} 都包含 {3}，请保留其一。",
                            calendar.id(),
                            other,
                            name,
                            day.date());
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Problem> against(
            HolidayPack pack, Map<String, RuleCalendar> calendars, Map<String, HolidayPack> packs) {
        Set<LocalDate> seen = new HashSet<>();
        for (HolidayPack.Day day : pack.days()) {
            if (!seen.add(day.date())) {
                return Rules.no("day-twice", "{0} has the day {1} twice.", "{0} 中日期 {1} 重复。", pack.id(), day.date());
            }
        }
        Map<String, HolidayPack> then = new HashMap<>(packs);
        then.put(pack.id(), pack);
        return calendars.values().stream()
                .filter(calendar -> calendar.holidays().contains(pack.id()))
                .flatMap(calendar -> new CalendarRules(then).packs(calendar).stream())
                .findFirst();
    }
}
