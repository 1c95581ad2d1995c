// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An open session in its table. */
@Entity
@Table(name = "person_session")
public class SessionRow {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    private String person;

    @Column(name = "used_at")
    private long usedAtMillis;

    /** For EclipseLink. */
    protected SessionRow() {}

    SessionRow(String tokenHash, String person, long usedAtMillis) {
        this.tokenHash = tokenHash;
        this.person = person;
        this.usedAtMillis = usedAtMillis;
    }

    String tokenHash() {
        return tokenHash;
    }

    String person() {
        return person;
    }

    long usedAtMillis() {
        return usedAtMillis;
    }
}
