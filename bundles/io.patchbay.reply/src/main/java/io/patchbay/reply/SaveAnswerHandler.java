// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.api.id.QueueId;
import io.patchbay.reply.api.AnswerCommand;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds or changes a canned answer. */
@Component(service = CommandHandler.class)
public final class SaveAnswerHandler extends AnswerHandler<AnswerCommand.SaveAnswer> {
    @Activate
    public SaveAnswerHandler(@Reference ReplyComponent reply) {
        super(reply);
    }

    @Override
    public Class<AnswerCommand.SaveAnswer> type() {
        return AnswerCommand.SaveAnswer.class;
    }

    @Override
    public String name() {
        return "answer.save";
    }

    @Override
    public AnswerCommand.SaveAnswer read(Map<String, Object> body) {
        String queue = text(body.getOrDefault("queue", ""), "queue");
        return new AnswerCommand.SaveAnswer(new CannedAnswer(
                text(body.get("shortcut"), "shortcut"),
                text(body.get("title"), "title"),
                text(body.getOrDefault("chinese", ""), "chinese"),
                text(body.getOrDefault("english", ""), "english"),
                Optional.of(queue).filter(id -> !id.isEmpty()).map(QueueId::new)));
    }
}
