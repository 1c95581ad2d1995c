// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Unit;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Optional;

/** A unit in its table. */
@Entity
@Table(name = "unit")
public class UnitRow {
    @Id
    private String id;

    private String name;
    private String parent;
    private String zone;

    /** For EclipseLink. */
    protected UnitRow() {}

    UnitRow(Unit unit) {
        id = unit.id().value();
        name = unit.name();
        parent = unit.parent().map(UnitId::value).orElse(null);
        zone = unit.zone().getId();
    }

    Unit unit() {
        return new Unit(new UnitId(id), name, Optional.ofNullable(parent).map(UnitId::new), ZoneId.of(zone));
    }
}
