// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer in the table: only unit and tier are in clear. */
@Entity
@Table(name = "customer")
public class CustomerRow {
    @Id
    private String id;

    private String unit;
    private String tier;
    private byte[] sealed;

    /** For EclipseLink. */
    protected CustomerRow() {}

    CustomerRow(String id, String unit, String tier, byte[] sealed) {
        this.id = id;
        this.unit = unit;
        this.tier = tier;
        this.sealed = sealed;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    String tier() {
        return tier;
    }

    byte[] sealed() {
        return sealed;
    }
}
