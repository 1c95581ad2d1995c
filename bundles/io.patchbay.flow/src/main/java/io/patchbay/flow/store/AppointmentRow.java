// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An appointment in the table: with whom and what about is sealed. */
@Entity
@Table(name = "flow_appointment")
public class AppointmentRow {
    @Id
    private String id;

    @Column(name = "due_at")
    private long dueAt;

    private String state;
    private String hash;
    private String customer;
    private byte[] sealed;

    /** For EclipseLink. */
    protected AppointmentRow() {}

    AppointmentRow(String id, long dueAt, String state, String hash, String customer, byte[] sealed) {
        this.id = id;
        this.dueAt = dueAt;
        this.state = state;
        this.hash = hash;
        this.customer = customer;
        this.sealed = sealed;
    }

    byte[] sealed() {
        return sealed;
    }

    /** For the log: which row, not with whom. */
    @Override
    public String toString() {
        return "AppointmentRow[" + id + ", " + dueAt + ", " + state + ", " + hash.substring(0, 8)
                + (customer == null ? "]" : ", customer]");
    }
}
