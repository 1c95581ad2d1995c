// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Meter BEHIND = Meter.gauge("patchbay_journal_follower_behind_entries", "Behind", "follower");
    private static final Meter DEAD = Meter.counter("patchbay_dead_letters_added_total", "Dead letters");

    private long nanos;
    private double behind;
    private double dead = 7;
    private final Limits limits = new Limits(100, Duration.ofSeconds(60), () -> nanos);
    private final MeterSource source = new MeterSource() {
        @Override
        public List<Meter> meters() {
            return List.of(BEHIND, DEAD);
        }

        @Override
        public void measure(Readings readings) {
            readings.value(BEHIND, behind, "reporting");
            readings.value(DEAD, dead);
        }
    };

    private List<String> after(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
        return limits.lines(List.of(source)).stream().map(Health::part).toList();
    }

    @Test
    void aProjectionMustBeBehindForAWhile() {
        behind = 101;
        assertThat(after(0)).isEmpty();
        assertThat(after(3)).isEmpty();
        assertThat(after(1)).containsExactly("journal:reporting");
        behind = 100;
        assertThat(after(1)).isEmpty();
    }

    @Test
    void deadLettersThatWereThereAreNoNewsButEachNewOneIs() {
        assertThat(after(0)).isEmpty();
        dead = 9;
        assertThat(after(1)).containsExactly("dead-letters");
        assertThat(limits.lines(List.of(source)).get(0).problem().orElseThrow().english())
                .startsWith("2 exchanges");
        assertThat(after(59)).containsExactly("dead-letters");
        assertThat(after(2)).isEmpty();
    }
}
