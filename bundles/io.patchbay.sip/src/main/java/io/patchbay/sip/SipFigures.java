// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import java.util.Map;

/**
 * Counts since the start, and what is in use now.
 *
 * @param received requests
 * @param admitted requests that got a transaction
 * @param challenged requests that got 401
 * @param refused requests refused without state, by status
 * @param dropped requests that got no answer at all
 * @param parseErrors messages that were no legal SIP
 * @param serverTransactions in use
 * @param clientTransactions in use
 * @param calls in use
 * @param flows WebSockets that are open
 */
public record SipFigures(
        long received,
        long admitted,
        long challenged,
        Map<Integer, Long> refused,
        long dropped,
        long parseErrors,
        int serverTransactions,
        int clientTransactions,
        int calls,
        int flows) {
    /** Copies the map. */
    public SipFigures {
        refused = Map.copyOf(refused);
    }
}
