// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far an account's box is read. */
@Entity
@Table(name = "email_box")
public class BoxRow {
    @Id
    private String id;

    private long validity;

    @Column(name = "last_uid")
    private long lastUid;

    /** For EclipseLink. */
    protected BoxRow() {}

    BoxRow(String account, MailBook.Place place) {
        id = account;
        validity = place.validity();
        lastUid = place.lastUid();
    }

    MailBook.Place place() {
        return new MailBook.Place(validity, lastUid);
    }
}
