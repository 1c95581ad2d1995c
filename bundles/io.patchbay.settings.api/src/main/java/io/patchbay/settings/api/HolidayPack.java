// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Public holidays of a year, with the working days made up for them (调休).
 *
 * @param id its name, for example {@code cn-2026}
 * @param english its title
 * @param chinese the same in zh-CN
 * @param source who says so
 * @param days in order, each date once
 */
public record HolidayPack(String id, String english, String chinese, String source, List<Day> days) {
    public HolidayPack {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(source, "source");
        days = List.copyOf(days);
    }

    /**
     * A day that is not what its weekday says.
     *
     * @param date the day
     * @param worksAs whose hours it has; empty for a holiday
     * @param english why
     * @param chinese the same in zh-CN
     */
    public record Day(LocalDate date, Optional<DayOfWeek> worksAs, String english, String chinese) {}

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
     * @return {@code english}, {@code chinese}, {@code source}, {@code days}
     */
    public Map<String, Object> content() {
        List<Object> lines = new ArrayList<>();
        for (Day day : days) {
            Map<String, Object> line = new TreeMap<>();
            line.put("date", day.date().toString());
            line.put("english", day.english());
            line.put("chinese", day.chinese());
            day.worksAs().ifPresent(weekday -> line.put("worksAs", weekday.name()));
            lines.add(line);
        }
        return new TreeMap<>(Map.of("english", english, "chinese", chinese, "source", source, "days", lines));
    }
}
