// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A number that is called often in its table: number and name are sealed, and found by a keyed hash. */
@Entity
@Table(name = "voice_frequent")
public class FrequentRow {
    @Id
    private String id;

    private String keeper;
    private String hash;
    private byte[] sealed;

    /** For EclipseLink. */
    protected FrequentRow() {}

    FrequentRow(String id, String keeper, String hash, byte[] sealed) {
        this.id = id;
        this.keeper = keeper;
        this.hash = hash;
        this.sealed = sealed;
    }

    /** For the log: which row, not whose number. */
    @Override
    public String toString() {
        return "FrequentRow[" + id + ", " + keeper + ", " + hash.substring(0, 8) + "]";
    }

    String id() {
        return id;
    }

    String keeper() {
        return keeper;
    }

    byte[] sealed() {
        return sealed;
    }
}
