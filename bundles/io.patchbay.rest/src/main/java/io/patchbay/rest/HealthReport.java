// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.health.HealthPart;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Health of all parts together; starting until the core is there. */
record HealthReport(Level level, List<Health> parts, Locale locale) {
    static HealthReport of(List<HealthPart> registered, Locale locale) {
        List<Health> parts = new ArrayList<>(
                registered.stream().flatMap(part -> part.lines().stream()).toList());
        parts.sort(Comparator.comparing(Health::part));
        boolean core = parts.stream().anyMatch(part -> part.part().equals("core"));
        Level level = core
                ? parts.stream()
                        .map(Health::level)
                        .max(Comparator.comparing(HealthReport::weight))
                        .orElse(Level.STARTING)
                : Level.STARTING;
        return new HealthReport(level, parts, locale);
    }

    private static int weight(Level level) {
        return switch (level) {
            case UP -> 0;
            case DEGRADED -> 1;
            case DOWN -> 2;
            case STARTING -> 3;
        };
    }

    int httpStatus() {
        return level == Level.UP || level == Level.DEGRADED ? 200 : 503;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", level.name().toLowerCase(Locale.ROOT));
        if (level != Level.STARTING) {
            json.put("parts", parts.stream().map(this::part).toList());
        }
        return json;
    }

    private Map<String, Object> part(Health health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("part", health.part());
        json.put("status", health.level().name().toLowerCase(Locale.ROOT));
        health.problem().ifPresent(problem -> json.put("cause", problem.text(locale)));
        return json;
    }
}
