// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.retention.api.Hold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A hold in its table. */
@Entity
@Table(name = "retention_hold")
public class HoldRow {
    @Id
    private String id;

    private String subject;

    @Column(name = "case_number")
    private String caseNumber;

    private String reason;

    @Column(name = "placed_by")
    private String placedBy;

    @Column(name = "placed_at")
    private long placedAt;

    @Column(name = "until_at")
    private Long untilAt;

    /** For EclipseLink. */
    protected HoldRow() {}

    HoldRow(Hold hold) {
        id = hold.id().toString();
        subject = hold.subject().text();
        caseNumber = hold.caseNumber();
        reason = hold.reason();
        placedBy = hold.placedBy();
        placedAt = hold.placedAt().toEpochMilli();
        untilAt = hold.until().map(Instant::toEpochMilli).orElse(null);
    }

    Hold hold() {
        return new Hold(
                UUID.fromString(id),
                ContentOwner.parse(subject),
                caseNumber,
                reason,
                placedBy,
                Instant.ofEpochMilli(placedAt),
                Optional.ofNullable(untilAt).map(Instant::ofEpochMilli));
    }
}
