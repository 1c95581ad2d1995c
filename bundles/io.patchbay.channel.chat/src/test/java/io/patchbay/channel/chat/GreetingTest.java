// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.settings.api.Calendars;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GreetingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final UnitId BRANCH = new UnitId("branch");
    private static final QueueId LOANS = new QueueId("loans");

    /** Values by {@code KEY@UNIT}. */
    private record Values(Map<String, String> values) implements Parameters {
        @Override
        public Object value(ParameterType type, UnitId unit) {
            return values.getOrDefault(type.key() + "@" + unit, (String) type.standard());
        }

        @Override
        public Object value(ParameterType type, UnitId unit, QueueId queue) {
            return value(type, unit);
        }

        @Override
        public Watch watch(Runnable changed) {
            return () -> {};
        }
    }

    /** The calendar {@code night} is always closed. */
    private static final class Night implements Calendars {
        @Override
        public List<RuleCalendar> calendars() {
            return List.of();
        }

        @Override
        public List<HolidayPack> holidays() {
            return List.of();
        }

        @Override
        public Optional<Opening> opening(String calendar, Instant at) {
            return calendar.equals("night")
                    ? Optional.of(new Opening(false, "night", "夜间", Optional.empty()))
                    : Optional.empty();
        }
    }

    private static Optional<String> words(Map<String, String> values, boolean chinese) {
        return new Greeting(new Values(values), Optional.of(new Night()), queue -> BRANCH).words(LOANS, chinese, NOON);
    }

    @Test
    void nothingIsSaidUnlessSomebodySaidWhat() {
        assertThat(words(Map.of(), true)).isEmpty();
        assertThat(words(Map.of("chat.greeting@branch", "  "), true)).isEmpty();
    }

    @Test
    void theQueuesUnitGreetsInTheVisitorsLanguage() {
        Map<String, String> values = Map.of("chat.greeting@branch", "您好", "chat.greeting-english@branch", "Hello");
        assertThat(words(values, true)).contains("您好");
        assertThat(words(values, false)).contains("Hello");
    }

    @Test
    void aClosedCalendarHasWordsOfItsOwnAndAnUnknownOneIsOpen() {
        Map<String, String> night =
                Map.of("chat.greeting@branch", "您好", "chat.closed@branch", "已下班", "chat.calendar@branch", "night");
        assertThat(words(night, true)).contains("已下班");
        assertThat(words(Map.of("chat.greeting@branch", "您好", "chat.calendar@branch", "gone"), true))
                .contains("您好");
    }
}
