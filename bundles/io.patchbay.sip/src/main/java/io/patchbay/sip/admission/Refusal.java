// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.edge.MessageText;
import java.util.function.UnaryOperator;

/**
 * An answer that needs no state.
 *
 * @param status 400 to 699
 * @param reason the phrase; empty for the usual one
 * @param headers adds what this status asks for
 */
record Refusal(int status, String reason, UnaryOperator<MessageText> headers) {
    static Refusal of(int status, String reason) {
        return new Refusal(status, reason, UnaryOperator.identity());
    }

    static Refusal of(int status, String name, String value) {
        return new Refusal(status, "", text -> text.line(name, value));
    }
}
