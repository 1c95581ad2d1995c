// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.approval.ApprovalCommand.Answer;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code approval.answer}: who may is looked at with the proposal. */
@Component(service = CommandHandler.class, property = "patchbay.command=approval.answer")
public final class AnswerHandler implements CommandHandler<Answer> {
    private final MakerChecker checker;

    /**
     * A handler.
     *
     * @param approvals keeps the proposals
     */
    @Activate
    public AnswerHandler(@Reference ApprovalsComponent approvals) {
        this(approvals.checker());
    }

    AnswerHandler(MakerChecker checker) {
        this.checker = checker;
    }

    @Override
    public Class<Answer> type() {
        return Answer.class;
    }

    @Override
    public String name() {
        return "approval.answer";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public Answer read(Map<String, Object> body) {
        PeopleFields fields = new PeopleFields(body);
        return new Answer(
                ApprovalId.parse(fields.text("approval")),
                fields.flag("approve", false),
                fields.maybeText("note").orElse(""));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, Answer command, String idempotencyKey) {
        return actor instanceof Actor.Person person
                ? checker.answer(person, command)
                : CompletableFuture.completedStage(new CommandResult.Refused(
                        CommandResult.Kind.FORBIDDEN,
                        new Problem("needs-person", "Only people review changes.", "只有人员可以审核变更。")));
    }
}
