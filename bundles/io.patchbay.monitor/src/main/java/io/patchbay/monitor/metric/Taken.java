// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.metric;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.api.measure.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one source said.
 *
 * @param values by meter and by the values of its tags: a {@link Double} or a {@link Spread}
 * @param failure why it said no more; empty if it said all
 */
public record Taken(Map<Meter, Map<List<String>, Object>> values, String failure) {
    private static final Logger log = LoggerFactory.getLogger(Taken.class);

    /** Asks a source; what it measures wrongly costs only its own figures. */
    public static Taken of(MeterSource source) {
        Notes notes = new Notes(source.meters());
        try {
            source.measure(notes);
            return new Taken(notes.values, "");
        } catch (RuntimeException e) { // a plug-in's fault must not hide the figures of the others
            log.debug("{} does not measure", source.getClass().getName(), e);
            return new Taken(notes.values, String.valueOf(e.getMessage()));
        }
    }

    private static final class Notes implements Readings {
        private final Map<Meter, Map<List<String>, Object>> values = new LinkedHashMap<>();

        Notes(List<Meter> meters) {
            meters.forEach(meter -> values.put(meter, new LinkedHashMap<>()));
        }

        @Override
        public void value(Meter meter, double value, String... tags) {
            put(meter, value, meter.kind() != Meter.Kind.HISTOGRAM, tags);
        }

        @Override
        public void spread(Meter meter, Spread spread, String... tags) {
            put(meter, spread, meter.kind() == Meter.Kind.HISTOGRAM, tags);
        }

        private void put(Meter meter, Object value, boolean fits, String... tags) {
            if (!fits || tags.length != meter.tags().size() || !values.containsKey(meter)) {
                throw new IllegalArgumentException(meter.name() + " was not declared like this: " + List.of(tags));
            }
            values.get(meter).put(List.of(tags), value);
        }
    }
}
