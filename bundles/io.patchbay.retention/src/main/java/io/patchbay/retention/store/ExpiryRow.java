// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A batch of records that expire: their ids, and whether it is done. */
@Entity
@Table(name = "retention_expiry")
public class ExpiryRow {
    @Id
    private String id;

    @Column(name = "record_ids")
    private String records;

    @Column(name = "begun_at")
    private long begunAt;

    @Column(name = "done_at")
    private Long doneAt;

    /** For EclipseLink. */
    protected ExpiryRow() {}

    ExpiryRow(Expiry expiry, Instant at) {
        id = expiry.id().toString();
        records = expiry.records();
        begunAt = at.toEpochMilli();
    }

    void done(Instant at) {
        doneAt = at.toEpochMilli();
    }

    Expiry expiry() {
        return new Expiry(UUID.fromString(id), records);
    }
}
