// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.id.CustomerId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** An erasure in its table: whom it is about, by ids and hashes only, and its certificate once it is done. */
@Entity
@Table(name = "retention_erasure")
public class ErasureRow {
    @Id
    private String id;

    private String customer;
    private String person;
    private String certificate;

    /** For EclipseLink. */
    protected ErasureRow() {}

    ErasureRow(Erasure erasure) {
        id = erasure.id().toString();
        customer = erasure.customer().toString();
        person = erasure.person();
        certificate = erasure.certificate().orElse(null);
    }

    Erasure erasure() {
        return new Erasure(UUID.fromString(id), CustomerId.parse(customer), person, Optional.ofNullable(certificate));
    }
}
