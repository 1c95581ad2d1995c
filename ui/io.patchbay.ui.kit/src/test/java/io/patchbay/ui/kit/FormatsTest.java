// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Languages;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.view.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-20T02:26:08Z");

    private final Formats chinese = new Formats(Languages.CHINESE, SHANGHAI);
    private final Formats english = new Formats(Languages.ENGLISH, SHANGHAI);

    @Test
    void durationsHaveHoursOnlyFromOneHourOn() {
        assertThat(Formats.duration(Duration.ofSeconds(22))).isEqualTo("0:22");
        assertThat(Formats.duration(Duration.ofSeconds(727))).isEqualTo("12:07");
        assertThat(Formats.duration(Duration.ofSeconds(3760))).isEqualTo("1:02:40");
        assertThat(Formats.duration(Duration.ofSeconds(-5))).isEqualTo("0:00");
    }

    @Test
    void agesHaveOneUnit() {
        assertThat(chinese.age(Duration.ofSeconds(22))).isEqualTo("22 秒");
        assertThat(chinese.age(Duration.ofMinutes(12))).isEqualTo("12 分");
        assertThat(english.age(Duration.ofHours(1))).isEqualTo("1 h");
    }

    @Test
    void momentsAreAsShortAsCanBeUnderstood() {
        assertThat(chinese.moment(Instant.parse("2026-11-20T02:21:00Z"), NOW)).isEqualTo("10:21");
        assertThat(chinese.moment(Instant.parse("2026-11-19T13:14:00Z"), NOW)).isEqualTo("昨天 21:14");
        assertThat(english.moment(Instant.parse("2026-10-20T01:00:00Z"), NOW)).isEqualTo("20 Oct 09:00");
        assertThat(chinese.moment(Instant.parse("2025-11-20T01:00:00Z"), NOW)).isEqualTo("2025-11-20");
    }

    @Test
    void numbersHaveCommasAndARealMinus() {
        assertThat(Formats.number(5053)).isEqualTo("5,053");
        assertThat(Formats.number(-3)).isEqualTo("−3");
        assertThat(Formats.share(0.8724)).isEqualTo("87.2%");
    }

    @Test
    void masksShowEnoughToRecogniseAndTooLittleToUse() {
        assertThat(Masks.masked(new Address.PhoneNumber("+8613800002046"))).isEqualTo("138 **** 2046");
        assertThat(Masks.masked(new Address.EmailAddress("lin.rq@example.com"))).isEqualTo("l***@example.com");
        assertThat(Masks.masked(new Address.ChatVisitor("abc"))).isEqualTo("****");
    }

    @Test
    void placesSurviveTheirText() {
        Place place =
                new Place(java.util.List.of("records"), Map.of("customer", "a b&c", "channel", "chat", "queue", ""));
        assertThat(place.text()).isEqualTo("records?channel=chat&customer=a%20b%26c");
        assertThat(Place.parse(place.text()).value("customer")).contains("a b&c");
        assertThat(Place.parse("/desk/1/").segment(1)).contains("1");
    }
}
