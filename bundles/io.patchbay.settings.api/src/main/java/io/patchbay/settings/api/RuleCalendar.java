// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A calendar of rules: when something is open.
 *
 * @param id its name, for example {@code service-hours}
 * @param english its title
 * @param chinese the same in zh-CN
 * @param zone whose clock it follows
 * @param hours opening hours by weekday, in sets that follow each other
 * @param holidays names of the packs that hold
 * @param special days that are neither, which beat both
 */
public record RuleCalendar(
        String id,
        String english,
        String chinese,
        ZoneId zone,
        List<Hours> hours,
        List<String> holidays,
        List<SpecialDay> special) {
    public RuleCalendar {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(zone, "zone");
        hours = List.copyOf(hours);
        holidays = List.copyOf(holidays);
        special = List.copyOf(special);
    }

    /**
     * Hours by weekday for some time.
     *
     * @param from its first day; empty for always before {@code until}
     * @param until the first day after it; empty for always from {@code from}
     * @param weekdays the open spans; a weekday that is missing is closed
     */
    public record Hours(Optional<LocalDate> from, Optional<LocalDate> until, Map<DayOfWeek, List<Span>> weekdays) {
        public Hours {
            weekdays = Map.copyOf(weekdays);
        }

        boolean holds(LocalDate date) {
            return from.map(first -> !date.isBefore(first)).orElse(true)
                    && until.map(date::isBefore).orElse(true);
        }
    }

    /**
     * A day with hours of its own.
     *
     * @param date the day
     * @param spans when it is open; none for closed
     * @param english why
     * @param chinese the same in zh-CN
     */
    public record SpecialDay(LocalDate date, List<Span> spans, String english, String chinese) {
        public SpecialDay {
            spans = List.copyOf(spans);
        }
    }

    /**
     * The hours that hold on a day.
     *
     * @param date the day
     * @return the set, if one does
     */
    public Optional<Hours> hoursOn(LocalDate date) {
        return hours.stream().filter(set -> set.holds(date)).findFirst();
    }

    /**
     * Its title in a reader's language.
     *
     * @param locale the reader's
     * @return Chinese for any {@code zh}, else English
     */
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /**
     * Its fields as commands and texts have them.
     *
     * @return {@code english}, {@code chinese}, {@code zone}, {@code hours}, {@code holidays}, {@code special}
     */
    public Map<String, Object> content() {
        List<Object> sets = new ArrayList<>();
        for (Hours set : hours) {
            Map<String, Object> line = new TreeMap<>();
            set.from().ifPresent(from -> line.put("from", from.toString()));
            set.until().ifPresent(until -> line.put("until", until.toString()));
            set.weekdays().forEach((day, spans) -> line.put(day.name(), texts(spans)));
            sets.add(line);
        }
        List<Object> days = new ArrayList<>();
        for (SpecialDay day : special) {
            days.add(new TreeMap<>(Map.of(
                    "date", day.date().toString(),
                    "open", texts(day.spans()),
                    "english", day.english(),
                    "chinese", day.chinese())));
        }
        Map<String, Object> content = new TreeMap<>(Map.of("english", english, "chinese", chinese));
        content.putAll(Map.of("zone", zone.getId(), "hours", sets, "holidays", holidays, "special", days));
        return content;
    }

    private static List<Object> texts(List<Span> spans) {
        return spans.stream().<Object>map(Span::toString).toList();
    }
}
