// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.measure.Histogram;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusExpositionTest {
    private static final Meter CALLS = Meter.counter("patchbay_calls_total", "Calls so far", "trunk");
    private static final Meter SIZE = Meter.histogram("patchbay_size_entries", "Sizes");

    private List<MeterSource> sources = List.of();
    private final PrometheusExposition exposition = new PrometheusExposition(() -> sources);

    @AfterEach
    void close() {
        exposition.close();
    }

    private record Source(List<Meter> meters, Consumer<Readings> tells) implements MeterSource {
        @Override
        public void measure(Readings readings) {
            tells.accept(readings);
        }
    }

    @Test
    void countersAndHistogramsStandInTheTextWithTheirTags() {
        Histogram histogram = new Histogram(10);
        histogram.add(3);
        histogram.add(30);
        sources = List.of(new Source(List.of(CALLS, SIZE), to -> {
            to.value(CALLS, 7, "a \"b\"\\\n");
            to.spread(SIZE, histogram.spread());
        }));
        assertThat(exposition.text())
                .contains("# TYPE patchbay_calls_total counter\n")
                .contains("patchbay_calls_total{trunk=\"a \\\"b\\\"\\\\\\n\"} 7.0\n")
                .contains("patchbay_size_entries_bucket{le=\"10.0\"} 1\n")
                .contains("patchbay_size_entries_bucket{le=\"+Inf\"} 2\n")
                .contains("patchbay_size_entries_sum 33.0\n")
                .contains("patchbay_meter_sources_failing 0.0\n");
    }

    @Test
    void theJvmAndTheProcessAreThere() {
        assertThat(exposition.text())
                .contains("jvm_memory_used_bytes{area=\"heap\"")
                .contains("jvm_threads_live_threads ")
                .contains("process_files_open_files ")
                .contains("process_uptime_seconds ");
    }

    @Test
    void aSourceThatFailsCostsOnlyItsOwnFigures() {
        sources = List.of(
                new Source(List.of(SIZE), to -> {
                    throw new IllegalStateException("broken");
                }),
                new Source(List.of(CALLS), to -> to.value(CALLS, 1, "main")));
        assertThat(exposition.text())
                .contains("patchbay_calls_total{trunk=\"main\"} 1.0\n")
                .contains("patchbay_meter_sources_failing 1.0\n");
    }

    @Test
    void twoSourcesOfOneMeterAreOneFamilyAndAClashCostsTheSecond() {
        Meter clash = Meter.gauge("patchbay_calls", "Something else");
        sources = List.of(
                new Source(List.of(CALLS), to -> to.value(CALLS, 1, "one")),
                new Source(List.of(CALLS), to -> to.value(CALLS, 2, "two")),
                new Source(List.of(clash), to -> to.value(clash, 3)));
        assertThat(exposition.text())
                .contains("{trunk=\"one\"} 1.0\n")
                .contains("{trunk=\"two\"} 2.0\n")
                .doesNotContain("patchbay_calls 3")
                .contains("patchbay_meter_sources_failing 1.0\n");
    }

    @Test
    void whatWasNotDeclaredIsNotTaken() {
        sources = List.of(new Source(List.of(CALLS), to -> to.value(CALLS, 1)));
        assertThat(exposition.text()).contains("patchbay_meter_sources_failing 1.0\n");
    }
}
