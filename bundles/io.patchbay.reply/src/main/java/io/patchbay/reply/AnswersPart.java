// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.api.id.QueueId;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.TextPart;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Canned answers in the configuration's text. */
@Component(service = ConfigPart.class)
public final class AnswersPart extends TextPart {
    @Activate
    public AnswersPart(@Reference ReplyComponent reply) {
        super(new Name("answers", "answer", "shortcut"), Set.of("queues"), true, () -> answers(reply));
    }

    private static Map<String, Map<String, Object>> answers(ReplyComponent reply) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        for (CannedAnswer answer : reply.all()) {
            items.put(
                    answer.shortcut(),
                    Map.of(
                            "title", answer.title(),
                            "chinese", answer.chinese(),
                            "english", answer.english(),
                            "queue", answer.queue().map(QueueId::value).orElse("")));
        }
        return items;
    }
}
