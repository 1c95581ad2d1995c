// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A proposed change in its table; what it holds is sealed. */
@Entity
@Table(name = "proposal")
public class ProposalRow {
    @Id
    String id;

    String command;
    String subject;
    String unit;
    String maker;

    @Column(name = "made_at")
    long madeAt;

    @Column(name = "effective_at")
    Long effectiveAt;

    String stage;
    String stages;
    byte[] sealed;
    String reviews;
    String problem;

    @Column(name = "closed_at")
    Long closedAt;

    /** For EclipseLink. */
    protected ProposalRow() {}

    ProposalRow(String id) {
        this.id = id;
    }
}
