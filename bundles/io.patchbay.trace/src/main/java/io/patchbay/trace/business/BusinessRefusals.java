// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.business;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.trace.api.BusinessAct;
import java.util.UUID;

/** Why an act on an account is not begun or finished. */
final class BusinessRefusals {
    private BusinessRefusals() {}

    static CommandResult unknownKind(String kind) {
        return refused(
                Kind.INVALID,
                "unknown-business",
                "There is no business \"{0}\". Choose one of businessKinds.",
                "没有业务“{0}”，请从 businessKinds 中选择。",
                kind);
    }

    static CommandResult unknownContact(InteractionId interaction) {
        return refused(
                Kind.NOT_FOUND,
                "unknown-interaction",
                "There is no contact {0} that you may see.",
                "没有您可查看的会话 {0}。",
                interaction);
    }

    static CommandResult unknownAct(UUID act) {
        return refused(Kind.NOT_FOUND, "unknown-act", "There is no act {0} that you may see.", "没有您可查看的业务办理 {0}。", act);
    }

    static CommandResult over(BusinessAct act) {
        return refused(
                Kind.CONFLICT,
                "act-over",
                "The act {0} is {1} already.",
                "业务办理 {0} 的状态已是 {1}。",
                act.id(),
                act.state().wire());
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
