// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DayCurveTest {
    @Test
    void theDayAveragesToOne() {
        assertThat(DayCurve.hours().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(0.001));
    }

    @Test
    void thereAreTwoRushHoursAndAQuietNight() {
        double morning = DayCurve.at(LocalTime.of(10, 0));
        double afternoon = DayCurve.at(LocalTime.of(15, 0));
        double noon = DayCurve.at(LocalTime.of(12, 30));
        double night = DayCurve.at(LocalTime.of(3, 0));
        assertThat(morning).isGreaterThan(noon).isGreaterThan(1.5);
        assertThat(afternoon).isGreaterThan(noon);
        assertThat(night).isLessThan(0.3).isGreaterThan(0);
    }

    @Test
    void itGoesEvenlyOverMidnight() {
        assertThat(DayCurve.at(LocalTime.of(23, 59, 59))).isCloseTo(DayCurve.at(LocalTime.MIDNIGHT), within(0.001));
    }

    @Test
    void theTownsDayRunsFasterThanOurs() {
        Instant nine = Instant.parse("2026-11-22T10:00:00Z");
        TownDay day = new TownDay(nine, 24);
        assertThat(day.at(nine)).isEqualTo(LocalTime.of(9, 0));
        assertThat(day.at(nine.plus(Duration.ofMinutes(10)))).isEqualTo(LocalTime.of(13, 0));
        day.speed(nine.plus(Duration.ofMinutes(10)), 1);
        assertThat(day.at(nine.plus(Duration.ofMinutes(20)))).isEqualTo(LocalTime.of(13, 10));
        assertThat(day.at(nine.plus(Duration.ofHours(12)))).isEqualTo(LocalTime.of(0, 50));
    }
}
