// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.book.Contents;
import io.patchbay.settings.calendar.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The packs that are shipped, day by day over their year and into the next. */
final class BuiltInHolidaysTest {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final HolidayPack pack = Contents.holidays("cn-2026", fields(SettingKind.HOLIDAYS, "cn-2026"));
    private final RuleCalendar office = Contents.calendar("office-hours", fields(SettingKind.CALENDAR, "office-hours"));

    private static java.util.Map<String, Object> fields(SettingKind kind, String id) {
        return BuiltIn.settings().stream()
                .filter(kept -> kept.kind() == kind && kept.id().equals(id))
                .findFirst()
                .orElseThrow()
                .revision()
                .content()
                .orElseThrow();
    }

    private boolean open(LocalDate day) {
        LocalDateTime morning = day.atTime(10, 0);
        return new Timetable(office, List.of(pack))
                .at(morning.atZone(office.zone()).toInstant())
                .open();
    }

    @Test
    void thirtyThreeHolidaysAndSixMadeUpWeekendDaysAsTheStateCouncilSays() {
        List<HolidayPack.Day> works =
                pack.days().stream().filter(day -> day.worksAs().isPresent()).toList();
        assertThat(pack.days()).hasSize(39).allMatch(day -> day.date().getYear() == 2026);
        assertThat(works).hasSize(6).allMatch(day -> WEEKEND.contains(day.date().getDayOfWeek()));
        assertThat(works).allMatch(day -> open(day.date()));
        assertThat(pack.days().stream().filter(day -> day.worksAs().isEmpty()))
                .hasSize(33)
                .noneMatch(day -> open(day.date()));
    }

    @Test
    void everyOtherDayOfTheYearIsWhatItsWeekdaySays() {
        Set<LocalDate> named =
                pack.days().stream().map(HolidayPack.Day::date).collect(java.util.stream.Collectors.toSet());
        LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> !named.contains(day))
                .forEach(day ->
                        assertThat(open(day)).as(day.toString()).isEqualTo(!WEEKEND.contains(day.getDayOfWeek())));
    }

    @Test
    void aYearWithoutAPackFollowsTheWeekdays() {
        assertThat(open(LocalDate.of(2027, 10, 1))).isTrue();
        assertThat(open(LocalDate.of(2027, 10, 2))).isFalse();
    }
}
