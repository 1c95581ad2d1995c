// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.erase;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.CustomerId;
import io.patchbay.retention.api.Hold;
import java.util.UUID;

/** Why nothing is erased or lifted. */
final class Refusals {
    private Refusals() {}

    static CommandResult unheldable(ContentOwner subject) {
        return refused(
                Kind.NOT_FOUND,
                "unknown-subject",
                "There is nothing {0} that you may hold.",
                "没有您可保全的 {0}。",
                subject.text());
    }

    static CommandResult unknown(CustomerId customer) {
        return refused(
                Kind.NOT_FOUND,
                "unknown-customer",
                "There is no customer {0} whom you may hold or erase.",
                "没有您可保全或清除的客户 {0}。",
                customer);
    }

    static CommandResult unknownHold(UUID hold) {
        return refused(
                Kind.NOT_FOUND, "unknown-hold", "There is no hold {0} that you may lift.", "没有您可解除的保全 {0}。", hold);
    }

    static CommandResult held(Hold hold) {
        return refused(
                Kind.CONFLICT,
                "held",
                "The customer or a contact of his is under legal hold (case {0}): nothing is erased until it is lifted.",
                "该客户或其会话处于法律保全中（案号 {0}），解除前不得清除。",
                hold.caseNumber());
    }

    static CommandResult open(CustomerId customer) {
        return refused(
                Kind.CONFLICT,
                "contact-open",
                "A contact of the customer {0} is still open. End it first.",
                "客户 {0} 还有未结束的会话，请先结束。",
                customer);
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
