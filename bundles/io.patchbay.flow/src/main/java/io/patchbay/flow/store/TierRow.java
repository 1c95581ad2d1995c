// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A rule of tiers in the table. */
@Entity
@Table(name = "flow_tier")
public class TierRow {
    @Id
    private String id;

    private String body;

    /** For EclipseLink. */
    protected TierRow() {}

    TierRow(String id, String body) {
        this.id = id;
        this.body = body;
    }

    String body() {
        return body;
    }
}
