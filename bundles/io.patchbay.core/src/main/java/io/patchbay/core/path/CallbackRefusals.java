// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import java.time.Instant;

/** The words of every no about callbacks. */
final class CallbackRefusals {
    private CallbackRefusals() {}

    static CommandResult unknown(InteractionId id) {
        return Refusals.unknownContact(id);
    }

    static CommandResult twice(String number) {
        return refused(
                Kind.CONFLICT,
                "callback-exists",
                "The customer is called back already: contact {0}. Move or cancel that one.",
                "该客户已预约回电：会话 {0}。可改期或取消该预约。",
                number);
    }

    static CommandResult none(InteractionId id) {
        return refused(
                Kind.CONFLICT, "no-callback", "The contact {0} has no callback that waits.", "会话 {0} 没有等待中的回电。", id);
    }

    static CommandResult notOffered(QueueId queue) {
        return refused(
                Kind.CONFLICT,
                "callback-not-offered",
                "The queue \"{0}\" offers no callbacks. An administrator can switch them on.",
                "队列“{0}”未开启回电，管理员可开启。",
                queue);
    }

    static CommandResult noTelephone() {
        return refused(
                Kind.CONFLICT,
                "no-telephone",
                "Nobody can be called now: the telephone channel is not installed or starting.",
                "当前无法外呼：电话渠道未安装或正在启动。");
    }

    static CommandResult numberDue() {
        return refused(
                Kind.INVALID,
                "number-missing",
                "The number to call is missing; the contact came without one. Give the field number.",
                "缺少回电号码，该会话没有来电号码，请填写 number。");
    }

    static CommandResult moment(Instant at) {
        return refused(
                Kind.INVALID,
                "callback-moment",
                "The moment {0} is past or more than 30 days ahead. Choose another.",
                "时间 {0} 已过或在 30 天之后，请另选时间。",
                at);
    }

    static CommandResult number(Problem problem) {
        return new Refused(Kind.INVALID, problem);
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
