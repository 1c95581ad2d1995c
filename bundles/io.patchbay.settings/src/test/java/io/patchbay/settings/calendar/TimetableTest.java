// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.settings.api.Calendars.Opening;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.book.Contents;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TimetableTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> OFFICE = List.of("09:00-12:00", "13:00-18:00");

    private final HolidayPack pack = Contents.holidays(
            "pack",
            Map.of(
                    "english", "Holidays",
                    "chinese", "节假日",
                    "days",
                            List.of(
                                    Map.of("date", "2026-10-01", "english", "National Day", "chinese", "国庆节"),
                                    Map.of(
                                            "date", "2026-10-10",
                                            "english", "Working day",
                                            "chinese", "调休上班",
                                            "worksAs", "MONDAY"))));

    private Opening at(Map<String, Object> content, String local) {
        RuleCalendar calendar = Contents.calendar("desk", content);
        return new Timetable(calendar, List.of(pack))
                .at(LocalDateTime.parse(local).atZone(calendar.zone()).toInstant());
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Map<String, Object> office(List<Map<String, Object>> special) {
        Map<String, Object> week =
                Map.of("MONDAY", OFFICE, "TUESDAY", OFFICE, "WEDNESDAY", OFFICE, "THURSDAY", OFFICE, "FRIDAY", OFFICE);
        return Map.of("english", "Desk", "chinese", "柜台", "hours", List.of(week), "special", special);
    }

    @Test
    void openAndClosedWithTheNextChange() {
        Opening open = at(office(List.of()), "2026-11-20T09:00:00");
        assertThat(open.open()).isTrue();
        assertThat(open.nextChange()).contains(shanghai("2026-11-20T12:00:00"));
        Opening lunch = at(office(List.of()), "2026-11-20T12:00:00");
        assertThat(lunch.open()).isFalse();
        assertThat(lunch.nextChange()).contains(shanghai("2026-11-20T13:00:00"));
        assertThat(at(office(List.of()), "2026-11-20T18:00:00").nextChange()).contains(shanghai("2026-11-23T09:00:00"));
    }

    @Test
    void aHolidayClosesAndItsMadeUpSaturdayOpens() {
        Opening holiday = at(office(List.of()), "2026-10-01T10:00:00");
        assertThat(holiday.open()).isFalse();
        assertThat(holiday.chinese()).isEqualTo("国庆节");
        Opening saturday = at(office(List.of()), "2026-10-10T10:00:00");
        assertThat(saturday.open()).isTrue();
        assertThat(saturday.english()).isEqualTo("Working day");
    }

    @Test
    void aSpecialDayBeatsAll() {
        Map<String, Object> content = office(List.of(Map.of(
                "date", "2026-10-01", "open", List.of("10:00-11:00"), "english", "Open house", "chinese", "开放日")));
        assertThat(at(content, "2026-10-01T10:30:00").open()).isTrue();
        assertThat(at(content, "2026-10-01T10:30:00").english()).isEqualTo("Open house");
        assertThat(at(content, "2026-10-01T12:30:00").open()).isFalse();
    }

    @Test
    void hoursOverMidnightAreOneStretch() {
        Map<String, Object> week = Map.of("FRIDAY", List.of("20:00-24:00"), "SATURDAY", List.of("00:00-06:00"));
        Map<String, Object> content = Map.of("english", "Night", "chinese", "夜间", "hours", List.of(week));
        assertThat(at(content, "2026-11-20T22:00:00").nextChange()).contains(shanghai("2026-11-21T06:00:00"));
    }

    @Test
    void roundTheClockNeverChanges() {
        Map<String, Object> week = new java.util.HashMap<>();
        for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
            week.put(day.name(), List.of("00:00-24:00"));
        }
        Opening always =
                at(Map.of("english", "Always", "chinese", "全天", "hours", List.of(week)), "2026-11-20T22:00:00");
        assertThat(always.open()).isTrue();
        assertThat(always.nextChange()).isEmpty();
    }

    @Test
    void theDayIsThatOfItsOwnZoneAlsoWhenTheClocksGoForward() {
        Map<String, Object> content = Map.of(
                "english", "London",
                "chinese", "伦敦",
                "zone", "Europe/London",
                "hours", List.of(Map.of("SUNDAY", List.of("00:30-04:00"))));
        Opening night = at(content, "2026-03-29T00:45:00");
        assertThat(night.open()).isTrue();
        assertThat(night.nextChange()).contains(Instant.parse("2026-03-29T03:00:00Z"));
    }

    @Test
    void setsOfHoursFollowEachOther() {
        Map<String, Object> content = Map.of(
                "english", "Season",
                "chinese", "季节",
                "hours",
                        List.of(
                                Map.of("until", "2026-07-01", "MONDAY", List.of("08:00-09:00")),
                                Map.of("from", "2026-07-01", "MONDAY", List.of("10:00-11:00"))));
        assertThat(at(content, "2026-06-29T08:30:00").open()).isTrue();
        assertThat(at(content, "2026-07-06T08:30:00").open()).isFalse();
        assertThat(at(content, "2026-07-06T10:30:00").open()).isTrue();
    }
}
