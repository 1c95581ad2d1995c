// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Headers;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipUri;
import java.util.List;
import java.util.Optional;

/**
 * A legal request.
 *
 * @param method in its own case; methods are case-sensitive (RFC 3261, 7.1)
 * @param uri whom it wants
 * @param version {@code SIP/2.0} in most cases
 * @param via the topmost Via
 * @param from From
 * @param to To
 * @param callId Call-ID
 * @param cseq sequence number, 0 to 2^31 - 1
 * @param maxForwards 70 if missing (RFC 3261, 16.3: the check is passed)
 * @param contact the first Contact; empty if it has none, or {@code *}
 * @param headers all of them
 * @param body cut to Content-Length, a character a byte
 * @param source whence it came
 */
public record Request(
        String method,
        SipUri uri,
        String version,
        Via via,
        Address from,
        Address to,
        String callId,
        long cseq,
        int maxForwards,
        Optional<Address> contact,
        Headers headers,
        String body,
        Peer source) {

    /** What a transaction is found by (RFC 3261, 17.2.3); an ACK and a CANCEL find their INVITE. */
    public String transactionKey() {
        String of = method.equals("ACK") || method.equals("CANCEL") ? "INVITE" : method;
        if (via.unique()) {
            return via.branch() + "|" + via.host() + ":" + via.port() + "|" + of;
        }
        return callId + "|" + from.tag() + "|" + cseq + "|" + via.text() + "|" + of;
    }

    /** The same request by another way (RFC 3261, 8.2.2.2). */
    public String mergeKey() {
        return callId + "|" + from.tag() + "|" + cseq + "|" + method;
    }

    /** Whether it belongs to a dialog. */
    public boolean inDialog() {
        return !to.tag().isEmpty();
    }

    /** Where answers go. */
    public Peer returnPath() {
        return via.returnPath(source);
    }

    /** Record-Route in the order of the message. */
    public List<String> recordRoutes() {
        return headers.all("Record-Route");
    }

    /** The body as text, which SDP is. */
    public String text() {
        return Grammar.utf8(body);
    }
}
