// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.InteractionState;
import java.time.Duration;
import java.util.Collection;

/** The words of every no that the interaction path says. */
final class Refusals {
    private Refusals() {}

    static CommandResult unknownContact(InteractionId id) {
        return refused(
                Kind.NOT_FOUND,
                "unknown-interaction",
                "There is no open contact {0}. It may have been closed meanwhile.",
                "没有进行中的会话 {0}，它可能已经结束。",
                id);
    }

    static CommandResult notYours(InteractionId id) {
        return refused(Kind.CONFLICT, "not-yours", "The contact {0} is not on your desk.", "会话 {0} 不在您的工作台上。", id);
    }

    static CommandResult noOffer(InteractionId id) {
        return refused(
                Kind.CONFLICT,
                "no-offer",
                "The contact {0} no longer rings at your desk: it was taken back or answered elsewhere.",
                "会话 {0} 已不在您处振铃：已被收回或由他人接听。",
                id);
    }

    static CommandResult wrongState(InteractionId id, InteractionState state) {
        return refused(
                Kind.CONFLICT,
                "wrong-state",
                "The contact {0} is {1}; this cannot be done now.",
                "会话 {0} 当前状态为 {1}，现在不能这样操作。",
                id,
                state.wire());
    }

    static CommandResult unknownQueue(QueueId queue) {
        return refused(
                Kind.INVALID,
                "unknown-queue",
                "There is no queue \"{0}\". Choose an existing one.",
                "没有队列“{0}”，请选择已有的队列。",
                queue);
    }

    static CommandResult unknownAgent(AgentId agent) {
        return refused(Kind.INVALID, "unknown-agent", "There is no agent \"{0}\".", "没有坐席“{0}”。", agent);
    }

    static CommandResult agentNotReady(AgentId agent) {
        return refused(
                Kind.CONFLICT,
                "agent-not-ready",
                "{0} is not ready. Choose another agent or a queue.",
                "{0} 未示闲，请选择其他坐席或队列。",
                agent);
    }

    static CommandResult unknownCode(String what, String key, Collection<String> known) {
        return refused(
                Kind.INVALID,
                "unknown-code",
                "There is no {0} \"{1}\". Use one of: {2}.",
                "没有代码“{1}”，可用：{2}。",
                what,
                key,
                String.join(", ", known));
    }

    static CommandResult innerCode(String key, Collection<String> beneath) {
        return refused(
                Kind.INVALID,
                "inner-code",
                "The wrap-up code \"{0}\" has others beneath it. Choose one of these: {1}.",
                "联系种类“{0}”有下级，请选择其下之一：{1}。",
                key,
                String.join(", ", beneath));
    }

    static CommandResult noFiles(ChannelKey channel) {
        return refused(
                Kind.INVALID,
                "no-attachments",
                "Files cannot go by {0}. Remove them or write by e-mail.",
                "{0} 不能发送附件，请移除附件或改用邮件。",
                channel);
    }

    static CommandResult noLetters(ChannelKey channel) {
        return refused(
                Kind.INVALID,
                "no-such-way",
                "Nothing can be sent by {0} now: the channel is not installed or its customers must be on the line.",
                "现在不能通过 {0} 发送：该渠道未安装，或需要客户在线。",
                channel);
    }

    static CommandResult noAccount(ChannelKey channel) {
        return refused(
                Kind.CONFLICT,
                "no-account",
                "{0} has no such account to send from. An administrator must set one up.",
                "{0} 没有可用于发送的账户，请管理员配置。",
                channel);
    }

    static CommandResult notFailed(MessageId message) {
        return refused(
                Kind.CONFLICT,
                "not-failed",
                "The message {0} did not fail; it is not sent twice.",
                "消息 {0} 并未失败，不会重复发送。",
                message);
    }

    static CommandResult notYourQueue(QueueId queue) {
        return refused(
                Kind.INVALID,
                "not-your-queue",
                "You do not serve the queue \"{0}\". Choose one of yours.",
                "您不服务队列“{0}”，请选择您的队列。",
                queue);
    }

    static CommandResult codeDue() {
        return refused(
                Kind.INVALID,
                "disposition-due",
                "This queue wants a wrap-up code. Choose one to complete.",
                "该队列要求选择联系种类，请选择后再完成。");
    }

    static CommandResult wrapUpFixed(Duration left) {
        return refused(
                Kind.CONFLICT,
                "wrap-up-fixed",
                "This queue''s wrap-up cannot be left before its time: {0} s remain. Keep your code meanwhile.",
                "该队列的话后时间不可提前结束，还剩 {0} 秒；可先保存小结。",
                Long.toString(Math.max(0, left.toSeconds())));
    }

    static CommandResult extensionAsked() {
        return refused(
                Kind.CONFLICT,
                "extension-asked",
                "You have already asked for more time. Wait for the answer.",
                "您已申请延长，请等待班长答复。");
    }

    static CommandResult nothingAsked(AgentId agent) {
        return refused(
                Kind.CONFLICT,
                "nothing-asked",
                "{0} does not ask for more time for this contact now.",
                "{0} 当前没有为该会话申请延长。",
                agent);
    }

    static CommandResult textLength(String field, int length, int most) {
        return refused(
                Kind.INVALID,
                "text-length",
                "{0} must have 1 to {2} characters but has {1}.",
                "{0} 应为 1 到 {2} 个字符，现为 {1} 个。",
                field,
                Integer.toString(length),
                Integer.toString(most));
    }

    static CommandResult workOpen(AgentId agent, int open) {
        return refused(
                Kind.CONFLICT,
                "work-open",
                "{0} still has {1} open contacts. Complete or transfer them first.",
                "{0} 还有 {1} 个会话未完成，请先完成或转接。",
                agent,
                Integer.toString(open));
    }

    static CommandResult forbidden(String what) {
        return refused(
                Kind.FORBIDDEN,
                "forbidden",
                "You may not do this: the right {0} is missing.",
                "您没有执行此操作的权限：缺少 {0}。",
                what);
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
