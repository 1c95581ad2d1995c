// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An owner whose key went with a batch: it is not looked at again. */
@Entity
@Table(name = "retention_gone")
public class GoneRow {
    @Id
    private String owner;

    @SuppressWarnings("UnusedVariable") // for people who look into the table
    private String expiry;

    /** For EclipseLink. */
    protected GoneRow() {}

    GoneRow(String owner, Expiry expiry) {
        this.owner = owner;
        this.expiry = expiry.id().toString();
    }
}
