// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.approval.ApprovalCommand.Withdraw;
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

/** {@code approval.withdraw}: who may is looked at with the proposal. */
@Component(service = CommandHandler.class, property = "patchbay.command=approval.withdraw")
public final class WithdrawHandler implements CommandHandler<Withdraw> {
    private final MakerChecker checker;

    /**
     * A handler.
     *
     * @param approvals keeps the proposals
     */
    @Activate
    public WithdrawHandler(@Reference ApprovalsComponent approvals) {
        this(approvals.checker());
    }

    WithdrawHandler(MakerChecker checker) {
        this.checker = checker;
    }

    @Override
    public Class<Withdraw> type() {
        return Withdraw.class;
    }

    @Override
    public String name() {
        return "approval.withdraw";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public Withdraw read(Map<String, Object> body) {
        return new Withdraw(ApprovalId.parse(new PeopleFields(body).text("approval")));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, Withdraw command, String idempotencyKey) {
        return actor instanceof Actor.Person person
                ? checker.withdraw(person, command)
                : CompletableFuture.completedStage(new CommandResult.Refused(
                        CommandResult.Kind.FORBIDDEN,
                        new Problem("needs-person", "Only people review changes.", "只有人员可以审核变更。")));
    }
}
