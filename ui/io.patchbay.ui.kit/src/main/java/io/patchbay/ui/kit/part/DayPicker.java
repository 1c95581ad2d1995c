// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses a day, written 2026-11-20 in both languages. */
public final class DayPicker extends DatePicker {
    /**
     * A picker without a day.
     *
     * @param name what is chosen
     * @param locale the reader's
     */
    public DayPicker(String name, Locale locale) {
        Words words = Words.of(Terms.class, locale);
        List<DayOfWeek> week = Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY),
                        Arrays.stream(DayOfWeek.values()).limit(6))
                .toList();
        setI18n(new DatePickerI18n()
                .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "d.M.yyyy")
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()))
                        .toList())
                .setWeekdays(week.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()))
                        .toList())
                .setWeekdaysShort(week.stream()
                        .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, words.locale()))
                        .toList())
                .setFirstDayOfWeek(1)
                .setToday(words.get("day.today"))
                .setCancel(words.get("day.cancel")));
        setPlaceholder(name);
        setAriaLabel(name);
    }
}
