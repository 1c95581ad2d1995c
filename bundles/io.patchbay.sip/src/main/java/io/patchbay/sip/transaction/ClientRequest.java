// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.message.Peer;
import java.util.List;

/**
 * A request of ours: what it shares with its ACK and CANCEL.
 *
 * @param method its method
 * @param uri Request-URI
 * @param routes values of Route headers
 * @param from value of From
 * @param to value of To
 * @param callId Call-ID
 * @param cseq sequence number
 * @param branch of Via
 * @param via value of Via
 * @param hop where it goes
 */
public record ClientRequest(
        String method,
        String uri,
        List<String> routes,
        String from,
        String to,
        String callId,
        long cseq,
        String branch,
        String via,
        Peer hop) {

    /** One with a fresh branch. */
    public static ClientRequest of(
            OurAddress us,
            String method,
            String uri,
            List<String> routes,
            String from,
            String to,
            String callId,
            long cseq,
            Peer hop) {
        String branch = Ids.branch();
        String via = us.via(hop.transport(), branch);
        return new ClientRequest(method, uri, routes, from, to, callId, cseq, branch, via, hop);
    }

    /** Begins its text. */
    public MessageText text() {
        return text(method, to);
    }

    /** The ACK for a refusal (RFC 3261, 17.1.1.3). */
    public byte[] ack(String toOfAnswer) {
        return text("ACK", toOfAnswer).bytes();
    }

    /** Its CANCEL (RFC 3261, 9.1), a request with a transaction of its own on the same branch. */
    public ClientRequest cancel() {
        return new ClientRequest("CANCEL", uri, routes, from, to, callId, cseq, branch, via, hop);
    }

    private MessageText text(String word, String toValue) {
        return MessageText.request(word, uri)
                .line("Via", via)
                .lines("Route", routes)
                .line("Max-Forwards", "70")
                .line("From", from)
                .line("To", toValue)
                .line("Call-ID", callId)
                .line("CSeq", cseq + " " + word);
    }
}
