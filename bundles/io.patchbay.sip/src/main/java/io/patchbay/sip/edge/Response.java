// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Headers;
import io.patchbay.sip.message.Peer;
import java.util.Optional;

/**
 * A legal response.
 *
 * @param status 100 to 699
 * @param reason the phrase
 * @param branch of our Via
 * @param from our From
 * @param to To
 * @param callId Call-ID
 * @param cseq number of the request
 * @param method of the request
 * @param contact the first Contact
 * @param headers all of them
 * @param body cut to Content-Length, a character a byte
 * @param source whence it came
 */
public record Response(
        int status,
        String reason,
        String branch,
        Address from,
        Address to,
        String callId,
        long cseq,
        String method,
        Optional<Address> contact,
        Headers headers,
        String body,
        Peer source) {
    /** What its client transaction is found by (RFC 3261, 17.1.3). */
    public String transactionKey() {
        return branch + "|" + method;
    }

    /** The body as text, which SDP is. */
    public String text() {
        return Grammar.utf8(body);
    }
}
