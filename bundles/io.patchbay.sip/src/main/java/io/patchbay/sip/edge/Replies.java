// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Peer;
import java.util.List;
import java.util.Locale;

/**
 * What every answer to one request has in common (RFC 3261, 8.2.6.2), kept as text: small enough for as long as a
 * transaction lives.
 */
public final class Replies {
    private final String head;
    private final String to;
    private final boolean tagged;
    private final Peer returnPath;

    private Replies(String head, String to, boolean tagged, Peer returnPath) {
        this.head = head;
        this.to = to;
        this.tagged = tagged;
        this.returnPath = returnPath;
    }

    /** Answers to a legal request. */
    public static Replies to(Request request) {
        return of(
                request.via(),
                request.headers().all("via"),
                request.from().text(),
                request.to().text(),
                request.callId(),
                request.cseq() + " " + request.method(),
                request.source());
    }

    static Replies of(Via top, List<String> vias, String from, String to, String callId, String cseq, Peer source) {
        StringBuilder head = new StringBuilder(256);
        line(head, "Via", top.answered(source));
        vias.stream().skip(1).forEach(via -> line(head, "Via", via));
        line(head, "From", from);
        line(head, "Call-ID", callId);
        line(head, "CSeq", cseq);
        boolean tagged = to.toLowerCase(Locale.ROOT).replaceAll("\\s", "").contains(";tag=");
        return new Replies(head.toString(), to, tagged, top.returnPath(source));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    /** Where they go. */
    public Peer returnPath() {
        return returnPath;
    }

    /**
     * Begins an answer.
     *
     * @param reason empty for the usual phrase
     * @param tag ours, for To if the request had none; empty for 100
     */
    public MessageText with(int status, String reason, String tag) {
        String suffix = tagged || tag.isEmpty() ? "" : ";tag=" + tag;
        return MessageText.response(status, reason.isEmpty() ? Phrases.of(status) : reason, head)
                .line("To", to + suffix);
    }
}
