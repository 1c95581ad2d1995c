// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import java.util.Optional;

/** The words of every no to a verb of the telephone. */
final class CallRefusals {
    private CallRefusals() {}

    static CommandResult noSound(InteractionId id) {
        return refused("no-call", "The contact {0} is not a call that is talked now.", "会话 {0} 当前不是通话。", id);
    }

    static CommandResult full() {
        return refused(
                "call-full",
                "{0} are in this call already. Let somebody go first.",
                "本次通话已有 {0} 方，请先让一方退出。",
                Integer.toString(CallCommand.MOST_PARTIES));
    }

    static CommandResult alreadyThere(String name) {
        return refused("already-there", "{0} is in this call already.", "{0} 已在本次通话中。", name);
    }

    static CommandResult noPhone(String name) {
        return refused(
                "no-phone",
                "{0} has no phone that is there now. The customer stays with you.",
                "{0} 没有在线的话机，客户仍与您通话。",
                name);
    }

    static CommandResult noLineOut() {
        return refused("no-line-out", "Nobody outside can be called now.", "现在不能呼叫外部号码。");
    }

    static CommandResult nobodyCalledIn() {
        return refused("nobody-called-in", "Nobody else is in this call.", "本次通话没有其他方。");
    }

    static CommandResult stillRings() {
        return refused(
                "still-rings",
                "The colleague has not answered yet. Wait for him, or transfer the call at once.",
                "对方尚未接听，请等待或直接转接。");
    }

    static CommandResult ownContact() {
        return refused("own-contact", "This contact is yours.", "这是您自己的会话。");
    }

    static CommandResult notThere() {
        return refused("not-there", "You are not in this contact.", "您不在该会话中。");
    }

    static CommandResult yourPhone() {
        return refused("no-phone", "Your phone is not there: register it first.", "您的话机不在线，请先登录话机。");
    }

    static CommandResult notWithAnAgent(InteractionId id) {
        return refused("not-with-agent", "The contact {0} is with no agent now.", "会话 {0} 当前没有坐席处理。", id);
    }

    /** Why an agent cannot begin to talk now; empty if he can. */
    static Optional<CommandResult> cannotTalk(LiveAgent agent) {
        if (agent.presence() instanceof Presence.LoggedOut) {
            return Optional.of(signedOut());
        } else if (agent.unreachableFor(LiveInteraction.CALL)) {
            return Optional.of(yourPhone());
        }
        return agent.onThePhone() ? Optional.of(callOpen()) : Optional.empty();
    }

    static CommandResult nothingRings(String name) {
        return refused(
                "nothing-rings",
                "No call rings at {0} now. Somebody may have it already.",
                "{0} 现在没有振铃的来电，可能已被接听。",
                name);
    }

    static CommandResult yourself() {
        return refused("yourself", "You cannot call yourself.", "不能呼叫自己。");
    }

    static CommandResult noPhoneThere(String name) {
        return refused("no-phone-there", "{0} has no phone that is there now.", "{0} 没有在线的话机。", name);
    }

    static CommandResult inACall(String name) {
        return refused("colleague-busy", "{0} is in a call. Try again later.", "{0} 正在通话中，请稍后再试。", name);
    }

    static CommandResult amongColleagues() {
        return refused(
                "among-colleagues",
                "This is a call with a colleague, and no customer is in it: it can be muted and ended.",
                "这是与同事的内部通话，没有客户，只能静音或挂断。");
    }

    static CommandResult ringsNowhere(String number) {
        return refused(
                "nothing-rings",
                "The call {0} rings at nobody now. Somebody may have it already.",
                "来电 {0} 当前没有在振铃，可能已被接听。",
                number);
    }

    private static CommandResult signedOut() {
        return refused(
                "signed-out",
                "You are signed out at your desk. Set yourself ready or not ready first.",
                "您尚未签入，请先示闲或示忙。");
    }

    static CommandResult callOpen() {
        return refused("call-open", "You are in a call already. End it first.", "您正在通话中，请先结束当前通话。");
    }

    static CommandResult noQueueToCallFor() {
        return refused(
                "no-queue",
                "You serve no queue for which you could call. A supervisor must give you the skills of one.",
                "您没有可外呼的队列，请班长为您配置技能。");
    }

    static CommandResult outboundFull(long cap, Optional<String> opensAt) {
        String most = Long.toString(cap);
        return opensAt.map(at -> refused(
                        "outbound-cap",
                        "You have made {0} calls out within the hour, the most your unit allows. The next is possible at {1}.",
                        "您一小时内已外呼 {0} 次，达到本机构上限，{1} 起可再次外呼。",
                        most,
                        at))
                .orElseGet(() -> refused(
                        "outbound-closed",
                        "Your unit makes no calls out. An administrator can open them: parameter {0}.",
                        "本机构不允许坐席外呼，可由管理员调整参数 {0}。",
                        OutboundCap.PER_HOUR.key()));
    }

    private static CommandResult refused(String code, String english, String chinese, Object... values) {
        return new Refused(Kind.CONFLICT, Problem.of(code, english, chinese, values));
    }
}
