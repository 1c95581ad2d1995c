// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void aNameSaysWhoseItIsAndWhetherItIsACounter() {
        assertThat(Meter.counter("patchbay_calls_total", "Calls").kind()).isEqualTo(Meter.Kind.COUNTER);
        assertThatThrownBy(() -> Meter.counter("patchbay_calls", "Calls")).hasMessageContaining("patchbay_calls");
        assertThatThrownBy(() -> Meter.gauge("patchbay_calls_total", "Calls")).hasMessageContaining("GAUGE");
        assertThatThrownBy(() -> Meter.gauge("calls", "Calls")).hasMessageContaining("calls");
    }

    @Test
    void aHistogramCountsBoundsAsTheirOwnClass() {
        Histogram histogram = new Histogram(1, 2);
        histogram.add(1);
        histogram.add(1.5);
        histogram.add(2);
        histogram.add(7);
        Spread spread = histogram.spread();
        assertThat(spread.counts()).isEqualTo(List.of(1L, 2L, 1L));
        assertThat(spread.count()).isEqualTo(4);
        assertThat(spread.sum()).isEqualTo(11.5);
    }

    @Test
    void timesAreKeptInSeconds() {
        Histogram histogram = Histogram.ofLatencies();
        histogram.add(Duration.ofMillis(1500));
        assertThat(histogram.spread().sum()).isEqualTo(1.5);
    }
}
