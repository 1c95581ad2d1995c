// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers to commands that reach no slot. */
final class NoContact {
    private NoContact() {}

    static CompletionStage<CommandResult> gone(InteractionId id, boolean closed) {
        return CompletableFuture.completedStage(
                closed
                        ? new CommandResult.Refused(
                                CommandResult.Kind.CONFLICT,
                                Problem.of("closed", "The contact {0} is closed.", "会话 {0} 已结束。", id))
                        : new CommandResult.Refused(
                                CommandResult.Kind.NOT_FOUND,
                                Problem.of("unknown-interaction", "There is no contact {0}.", "没有会话 {0}。", id)));
    }

    static CompletionStage<CommandResult> whyMissing() {
        return CompletableFuture.completedStage(new CommandResult.Refused(
                CommandResult.Kind.INVALID,
                Problem.of(
                        "why-missing",
                        "Say why: the field \"why\" is kept with the change and shown to the agent.",
                        "请填写原因（字段 why）：原因随变更保留，坐席可以看到。")));
    }

    static CompletionStage<CommandResult> notAllowed(String permission) {
        return CompletableFuture.completedStage(new CommandResult.Refused(
                CommandResult.Kind.FORBIDDEN,
                Problem.of(
                        "forbidden",
                        "You may not do this: the right {0} is missing.",
                        "您没有执行此操作的权限：缺少 {0}。",
                        permission)));
    }
}
