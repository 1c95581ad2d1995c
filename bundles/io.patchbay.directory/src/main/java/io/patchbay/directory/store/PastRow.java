// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How a person, role or unit was for a while. */
@Entity
@Table(name = "people_past")
public class PastRow {
    @Id
    private String id;

    private String thing;

    @Column(name = "from_at")
    private long fromMillis;

    @Column(name = "until_at")
    private long untilMillis;

    private String body;

    /** For EclipseLink. */
    protected PastRow() {}

    PastRow(String thing, long fromMillis, String body) {
        id = thing + "@" + fromMillis;
        this.thing = thing;
        this.fromMillis = fromMillis;
        untilMillis = Long.MAX_VALUE;
        this.body = body;
    }

    String thing() {
        return thing;
    }

    long fromMillis() {
        return fromMillis;
    }

    long untilMillis() {
        return untilMillis;
    }

    String body() {
        return body;
    }
}
