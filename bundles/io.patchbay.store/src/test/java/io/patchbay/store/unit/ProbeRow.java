// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of a test's own table. */
@Entity
@Table(name = "probe")
public class ProbeRow {
    @Id
    private String id;

    private String words;

    /** For EclipseLink. */
    protected ProbeRow() {}

    ProbeRow(String id, String words) {
        this.id = id;
        this.words = words;
    }

    String words() {
        return words;
    }

    String id() {
        return id;
    }
}
