// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** When a sender last got an automatic reply of an account; both as a keyed hash. */
@Entity
@Table(name = "email_acknowledged")
public class AcknowledgedRow {
    @Id
    private String id;

    private long at;

    /** For EclipseLink. */
    protected AcknowledgedRow() {}

    AcknowledgedRow(String id, long at) {
        this.id = id;
        this.at = at;
    }

    long at() {
        return at;
    }
}
