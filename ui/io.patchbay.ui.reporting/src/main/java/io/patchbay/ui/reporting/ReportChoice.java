// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.ui.kit.view.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which report over what, as it stands in the address.
 *
 * @param kind the report's key, may be empty
 * @param values period and filters by name
 */
record ReportChoice(String kind, Map<String, String> values) {
    private static final List<String> FILTERS = List.of("queue", "channel", "agent");

    ReportChoice {
        values = Map.copyOf(values);
    }

    static ReportChoice of(Place place) {
        return new ReportChoice(place.segment(1).orElse(""), place.query());
    }

    ReportChoice with(String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove(name);
        if (value != null && !value.isBlank()) {
            changed.put(name, value);
        }
        return new ReportChoice(kind, changed);
    }

    ReportChoice ofKind(String key) {
        return new ReportChoice(key, values);
    }

    Place place() {
        return new Place(kind.isEmpty() ? List.of("reports") : List.of("reports", kind), values);
    }

    Optional<LocalDate> day(String name) {
        try {
            return Optional.ofNullable(values.get(name)).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    ReportRequest request(LocalDate today, ZoneId zone) {
        Map<String, String> filters = new HashMap<>();
        FILTERS.forEach(name -> Optional.ofNullable(values.get(name)).ifPresent(value -> filters.put(name, value)));
        LocalDate to = day("to").orElse(today);
        return new ReportRequest(kind, day("from").orElse(to.isBefore(today) ? to : today), to, zone, filters);
    }
}
