// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked for.
 *
 * @param kind the report's key
 * @param from first business day
 * @param to last business day, included
 * @param zone the zone of the business day
 * @param filters narrows by {@code queue}, {@code channel} or {@code agent}; others are refused by name
 */
public record ReportRequest(String kind, LocalDate from, LocalDate to, ZoneId zone, Map<String, String> filters) {
    public ReportRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(zone, "zone");
        filters = Map.copyOf(filters);
    }
}
