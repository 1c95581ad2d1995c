// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An agent whose phone answers by itself. */
@Entity
@Table(name = "voice_answering")
public class AnsweringRow {
    @Id
    private String agent;

    /** For EclipseLink. */
    protected AnsweringRow() {}

    AnsweringRow(String agent) {
        this.agent = agent;
    }

    String agent() {
        return agent;
    }
}
