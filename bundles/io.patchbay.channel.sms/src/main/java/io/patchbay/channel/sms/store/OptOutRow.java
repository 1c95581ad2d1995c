// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A number that wants no SMS we begin; its id is the number's keyed hash. */
@Entity
@Table(name = "sms_opt_out")
public class OptOutRow {
    @Id
    private String id;

    private String owner;

    @SuppressWarnings("UnusedVariable") // kept for the table's readers
    private String sealed;

    @SuppressWarnings("UnusedVariable") // likewise
    private String word;

    @Column(name = "at_millis")
    private long atMillis;

    /** For EclipseLink. */
    protected OptOutRow() {}

    OptOutRow(String hash, String owner, String sealed, String word, long atMillis) {
        id = hash;
        this.owner = owner;
        this.sealed = sealed;
        this.word = word;
        this.atMillis = atMillis;
    }

    String owner() {
        return owner;
    }
}
