// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.reply.api.AnswerCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes a canned answer. */
@Component(service = CommandHandler.class)
public final class RemoveAnswerHandler extends AnswerHandler<AnswerCommand.RemoveAnswer> {
    @Activate
    public RemoveAnswerHandler(@Reference ReplyComponent reply) {
        super(reply);
    }

    @Override
    public Class<AnswerCommand.RemoveAnswer> type() {
        return AnswerCommand.RemoveAnswer.class;
    }

    @Override
    public String name() {
        return "answer.remove";
    }

    @Override
    public AnswerCommand.RemoveAnswer read(Map<String, Object> body) {
        return new AnswerCommand.RemoveAnswer(text(body.get("shortcut"), "shortcut"));
    }
}
