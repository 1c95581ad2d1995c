// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A SIP message as the far ends need it: first line, header lines, body. Only what Patchbay itself sends is read. */
record SipMessage(String first, List<String> headers, String body) {
    private static final String END = "\r\n";

    static SipMessage read(ByteBuffer datagram) {
        String text = StandardCharsets.UTF_8.decode(datagram).toString();
        int split = text.indexOf(END + END);
        String head = split < 0 ? text : text.substring(0, split);
        List<String> lines = List.of(head.split(END));
        return new SipMessage(
                lines.get(0),
                lines.subList(1, lines.size()),
                split < 0 ? "" : text.substring(split + 2 * END.length()));
    }

    boolean isAnswer() {
        return first.startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(first.substring(8, 11));
    }

    String method() {
        return first.substring(0, first.indexOf(' '));
    }

    /** The first header of that name; empty if there is none. */
    String header(String name) {
        for (String line : headers) {
            if (line.regionMatches(true, 0, name, 0, name.length()) && line.startsWith(":", name.length())) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    /** A quoted or plain parameter of a challenge. */
    static String parameter(String header, String name) {
        int at = header.indexOf(name + "=");
        String rest = header.substring(at + name.length() + 1);
        return rest.startsWith("\"") ? rest.substring(1, rest.indexOf('"', 1)) : rest.split("[,; ]", 2)[0];
    }

    /** The URI between the angle brackets of Contact. */
    String contact() {
        String contact = header("Contact");
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    /** The port that sound is wanted at. */
    int soundPort() {
        int at = body.indexOf("m=audio ") + "m=audio ".length();
        return Integer.parseInt(body.substring(at, body.indexOf(' ', at)));
    }

    /** An answer to this request. {@code more} are whole header lines. */
    String answer(String status, String tag, String more, String sdp) {
        String to = header("To");
        String kept = headers.stream()
                .filter(line -> line.regionMatches(true, 0, "Via:", 0, 4))
                .collect(Collectors.joining(END));
        return String.join(
                END,
                "SIP/2.0 " + status,
                kept,
                "From: " + header("From"),
                "To: " + (to.contains(";tag=") ? to : to + ";tag=" + tag),
                "Call-ID: " + header("Call-ID"),
                "CSeq: " + header("CSeq"),
                more + (sdp.isEmpty() ? "" : "Content-Type: application/sdp" + END) + "Content-Length: " + sdp.length(),
                "",
                sdp);
    }

    /** Sound in A-law at a port of this machine. */
    static String sdp(int port) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
    }
}
