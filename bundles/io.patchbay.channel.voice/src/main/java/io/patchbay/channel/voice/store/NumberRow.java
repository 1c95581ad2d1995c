// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One of our numbers in its table. */
@Entity
@Table(name = "voice_number")
public class NumberRow {
    @Id
    private String id;

    private String queue;
    private String language;
    private String greeting;
    private boolean recorded;
    private boolean notice;

    @Column(name = "staff_number")
    private boolean staffNumber;

    @Column(name = "position_seconds")
    private int positionSeconds;

    @Column(name = "must_record")
    private boolean mustRecord;

    /** For EclipseLink. */
    protected NumberRow() {}

    NumberRow(DialledNumber number) {
        id = number.number();
        queue = number.queue().value();
        language = number.language();
        greeting = number.greeting();
        recorded = number.rules().record();
        notice = number.rules().notice();
        staffNumber = number.rules().staffNumber();
        positionSeconds = number.rules().positionSeconds();
        mustRecord = number.rules().mustRecord();
    }

    DialledNumber number() {
        return new DialledNumber(
                id,
                new QueueId(queue),
                language,
                greeting,
                new DialledNumber.Rules(recorded, notice, staffNumber, positionSeconds, mustRecord));
    }
}
