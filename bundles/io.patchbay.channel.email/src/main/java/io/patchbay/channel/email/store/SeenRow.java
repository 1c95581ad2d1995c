// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which mail was the first to have an id; the id as a keyed hash. */
@Entity
@Table(name = "email_seen")
public class SeenRow {
    @Id
    private String id;

    private String fingerprint;

    /** For EclipseLink. */
    protected SeenRow() {}

    SeenRow(String id, String fingerprint) {
        this.id = id;
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }
}
