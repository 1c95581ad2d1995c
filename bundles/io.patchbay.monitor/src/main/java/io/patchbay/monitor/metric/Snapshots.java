// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.metric;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Spread;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One scrape: the readings of all sources in the form of the Prometheus library. */
final class Snapshots {
    private static final Meter FAILURES = Meter.gauge(
            "patchbay_meter_sources_failing", "Sources of figures that failed when they were asked for this scrape");

    /** By the family's name: bundles that give the same meter share one, of those that differ the first has it. */
    private final Map<String, Series> families = new LinkedHashMap<>();

    private int failures;

    private record Series(Meter meter, Map<List<String>, Object> values) {}

    void add(MeterSource source) {
        Taken taken = Taken.of(source);
        boolean failed = !taken.failure().isEmpty();
        for (var entry : taken.values().entrySet()) {
            Meter meter = entry.getKey();
            Series series = families.computeIfAbsent(family(meter), name -> new Series(meter, new LinkedHashMap<>()));
            if (series.meter().equals(meter)) {
                series.values().putAll(entry.getValue());
            } else {
                failed = true;
            }
        }
        failures += failed ? 1 : 0;
    }

    private static String family(Meter meter) {
        return meter.name().replaceFirst("_total$", "");
    }

    MetricSnapshots made() {
        List<MetricSnapshot> all = new ArrayList<>();
        families.values().forEach(series -> all.add(snapshot(series)));
        all.add(snapshot(new Series(FAILURES, Map.of(List.of(), (double) failures))));
        return new MetricSnapshots(all);
    }

    private static MetricSnapshot snapshot(Series series) {
        Meter meter = series.meter();
        return switch (meter.kind()) {
            case GAUGE -> new GaugeSnapshot(metadata(meter), gauges(series));
            case COUNTER -> new CounterSnapshot(metadata(meter), counters(series));
            case HISTOGRAM -> new HistogramSnapshot(metadata(meter), histograms(series));
        };
    }

    private static MetricMetadata metadata(Meter meter) {
        return new MetricMetadata(family(meter), meter.help());
    }

    private static List<GaugeSnapshot.GaugeDataPointSnapshot> gauges(Series series) {
        return series.values().entrySet().stream()
                .map(one -> new GaugeSnapshot.GaugeDataPointSnapshot(
                        (double) one.getValue(), labels(series.meter(), one.getKey()), null))
                .toList();
    }

    private static List<CounterSnapshot.CounterDataPointSnapshot> counters(Series series) {
        return series.values().entrySet().stream()
                .map(one -> new CounterSnapshot.CounterDataPointSnapshot(
                        (double) one.getValue(), labels(series.meter(), one.getKey()), null, 0))
                .toList();
    }

    private static List<HistogramSnapshot.HistogramDataPointSnapshot> histograms(Series series) {
        return series.values().entrySet().stream()
                .map(one -> {
                    Spread spread = (Spread) one.getValue();
                    return new HistogramSnapshot.HistogramDataPointSnapshot(
                            buckets(spread), spread.sum(), labels(series.meter(), one.getKey()), null, 0);
                })
                .toList();
    }

    private static ClassicHistogramBuckets buckets(Spread spread) {
        List<Double> bounds = new ArrayList<>(spread.bounds());
        bounds.add(Double.POSITIVE_INFINITY);
        return ClassicHistogramBuckets.of(bounds, spread.counts());
    }

    private static Labels labels(Meter meter, List<String> values) {
        return Labels.of(meter.tags(), values);
    }
}
