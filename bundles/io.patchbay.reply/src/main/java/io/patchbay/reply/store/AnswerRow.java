// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply.store;

import io.patchbay.api.id.QueueId;
import io.patchbay.reply.api.CannedAnswer;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** A canned answer in its table. */
@Entity
@Table(name = "reply_answer")
public class AnswerRow {
    @Id
    private String shortcut;

    private String title;
    private String chinese;
    private String english;
    private String queue;

    /** For EclipseLink. */
    protected AnswerRow() {}

    AnswerRow(CannedAnswer answer) {
        shortcut = answer.shortcut();
        title = answer.title();
        chinese = answer.chinese();
        english = answer.english();
        queue = answer.queue().map(QueueId::value).orElse(null);
    }

    CannedAnswer answer() {
        return new CannedAnswer(
                shortcut, title, chinese, english, Optional.ofNullable(queue).map(QueueId::new));
    }
}
