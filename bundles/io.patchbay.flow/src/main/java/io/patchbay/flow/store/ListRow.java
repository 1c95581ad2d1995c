// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry of a list in the table: whom it means and why is sealed, and found by a keyed hash. */
@Entity
@Table(name = "flow_list")
public class ListRow {
    @Id
    private String id;

    private String unit;
    private String hash;
    private String customer;
    private byte[] sealed;

    /** For EclipseLink. */
    protected ListRow() {}

    ListRow(String id, String unit, String hash, String customer, byte[] sealed) {
        this.id = id;
        this.unit = unit;
        this.hash = hash;
        this.customer = customer;
        this.sealed = sealed;
    }

    /** For the log: which row, not whom it means. */
    @Override
    public String toString() {
        return "ListRow[" + id + ", " + unit + ", " + hash.substring(0, 8) + (customer == null ? "]" : ", customer]");
    }

    byte[] sealed() {
        return sealed;
    }
}
