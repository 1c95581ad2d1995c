// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.json;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Unit;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** A unit as JSON values. */
public final class UnitJson {
    private UnitJson() {}

    /** All of a unit. */
    public static Map<String, Object> of(Unit unit) {
        Map<String, Object> body = new TreeMap<>();
        body.put("unit", unit.id().value());
        body.put("name", unit.name());
        unit.parent().ifPresent(parent -> body.put("parent", parent.value()));
        body.put("zone", unit.zone().getId());
        return body;
    }

    /** Reads a unit. */
    public static Unit unit(PeopleFields fields) {
        return new Unit(
                new UnitId(fields.text("unit")),
                fields.text("name"),
                fields.maybeText("parent").map(UnitId::new),
                zone(fields.maybeText("zone").orElse("Asia/Shanghai")));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be a time zone such as Asia/Shanghai but is " + name, e);
        }
    }
}
