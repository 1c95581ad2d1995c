// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A mail of ours on its way; the answer of the server is here before anybody is told. */
@Entity
@Table(name = "email_outgoing")
public class OutgoingRow {
    private static final int LONGEST_REASON = 400;

    @Id
    private String id;

    @Column(name = "mail_id")
    private String mailId;

    private String message;
    private String interaction;
    private String state;
    private String reason = "";

    @Column(name = "begun_at")
    private long begunAt;

    /** For EclipseLink. */
    protected OutgoingRow() {}

    OutgoingRow(Outgoing outgoing, long now) {
        id = outgoing.id();
        mailId = outgoing.mailId();
        message = outgoing.message();
        interaction = outgoing.interaction();
        state = outgoing.state().name();
        begunAt = now;
    }

    void end(Outgoing.State now, String why) {
        state = now.name();
        reason = why.substring(0, Math.min(why.length(), LONGEST_REASON));
    }

    Outgoing outgoing() {
        return new Outgoing(id, mailId, message, interaction, Outgoing.State.valueOf(state), reason);
    }
}
