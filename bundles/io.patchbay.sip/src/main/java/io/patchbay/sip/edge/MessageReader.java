// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parser edge: bytes of strangers in, legal messages out; nothing is thrown. Any thread. */
public final class MessageReader {
    private static final Pattern VERSION = Pattern.compile("(?i)SIP/\\d{1,3}\\.\\d{1,3}");
    private static final Pattern CALL_ID = Pattern.compile("[^\\s,;@]+(@[^\\s,;@]+)?");
    private static final Pattern CSEQ = Pattern.compile("(\\d+)[ \\t]+([!-~]+)");

    /** RFC 3261, 20.16: of a datagram the length may be missing. */
    private static final long MOST_BYTES = 1 << 20;

    private MessageReader() {}

    /** Reads one message. */
    public static Parsed read(byte[] bytes, Peer source) {
        RawMessage raw;
        try {
            raw = RawMessage.cut(bytes);
        } catch (IllegalMessage e) {
            return new Parsed.Illegible();
        }
        boolean response = raw.firstLine().regionMatches(true, 0, "SIP/", 0, 4);
        try {
            return response ? new Parsed.Answered(response(raw, source)) : new Parsed.Asked(request(raw, source));
        } catch (IllegalMessage e) {
            return response ? new Parsed.Illegible() : illegal(raw, source, e.getMessage());
        }
    }

    private static Request request(RawMessage raw, Peer source) throws IllegalMessage {
        String[] words = raw.firstLine().split(" ", -1);
        if (words.length != 3
                || !Grammar.isToken(words[0])
                || words[1].startsWith("<")
                || !VERSION.matcher(words[2]).matches()) {
            throw new IllegalMessage("bad request line");
        }
        Via via = HeaderReader.via(raw.first("via").orElseThrow(() -> new IllegalMessage("no via")));
        Address from = HeaderReader.address("From", raw.only("from"));
        Address to = HeaderReader.address("To", raw.only("to"));
        String[] cseq = cseq(raw);
        if (!cseq[1].equals(words[0])) {
            throw new IllegalMessage("CSeq names another method");
        }
        return new Request(
                words[0],
                HeaderReader.uri(words[1]),
                words[2].toUpperCase(Locale.ROOT),
                via,
                from,
                to,
                callId(raw),
                number("CSeq", cseq[0], Integer.MAX_VALUE),
                raw.has("max-forwards") ? (int) number("Max-Forwards", raw.only("max-forwards"), 255) : 70,
                contact(raw),
                raw,
                body(raw),
                source);
    }

    private static Response response(RawMessage raw, Peer source) throws IllegalMessage {
        String[] words = raw.firstLine().split(" ", 3);
        if (words.length < 2 || !words[0].equalsIgnoreCase("SIP/2.0")) {
            throw new IllegalMessage("bad status line");
        }
        List<String> vias = raw.all("via");
        if (vias.size() != 1) {
            throw new IllegalMessage("not for us");
        }
        String[] cseq = cseq(raw);
        int status = (int) number("status", words[1], 699);
        if (status < 100) {
            throw new IllegalMessage("bad status");
        }
        return new Response(
                status,
                words.length < 3 ? "" : words[2],
                HeaderReader.via(vias.get(0)).branch(),
                HeaderReader.address("From", raw.only("from")),
                HeaderReader.address("To", raw.only("to")),
                callId(raw),
                number("CSeq", cseq[0], Integer.MAX_VALUE),
                cseq[1],
                contact(raw),
                raw,
                body(raw),
                source);
    }

    private static String callId(RawMessage raw) throws IllegalMessage {
        String callId = raw.only("call-id");
        if (!CALL_ID.matcher(callId).matches()) {
            throw new IllegalMessage("bad Call-ID");
        }
        return callId;
    }

    private static String[] cseq(RawMessage raw) throws IllegalMessage {
        var matcher = CSEQ.matcher(raw.only("cseq"));
        if (!matcher.matches()) {
            throw new IllegalMessage("bad CSeq");
        }
        return new String[] {matcher.group(1), matcher.group(2)};
    }

    private static Optional<Address> contact(RawMessage raw) throws IllegalMessage {
        Optional<String> first = raw.first("contact");
        return first.isEmpty() || first.get().equals("*")
                ? Optional.empty()
                : Optional.of(HeaderReader.address("Contact", first.get()));
    }

    private static String body(RawMessage raw) throws IllegalMessage {
        if (!raw.has("content-length")) {
            return raw.body();
        }
        int length = (int) number("Content-Length", raw.only("content-length"), MOST_BYTES);
        if (length > raw.body().length()) {
            throw new IllegalMessage("body shorter than Content-Length");
        }
        return raw.body().substring(0, length);
    }

    private static long number(String name, String text, long most) throws IllegalMessage {
        long number = Grammar.number(text, most);
        if (number < 0) {
            throw new IllegalMessage("bad " + name);
        }
        return number;
    }

    /** RFC 3261, 8.2.6 needs these five for an answer; an ACK gets none. */
    private static Parsed illegal(RawMessage raw, Peer source, String reason) {
        Optional<String> via = raw.first("via");
        Optional<String> callId =
                raw.first("call-id").filter(text -> CALL_ID.matcher(text).matches());
        Optional<String> cseq =
                raw.first("cseq").filter(text -> CSEQ.matcher(text).matches());
        Optional<String> from = raw.first("from").flatMap(text -> legible("From", text));
        Optional<String> to = raw.first("to").flatMap(text -> legible("To", text));
        if (raw.firstLine().startsWith("ACK ")
                || via.isEmpty()
                || callId.isEmpty()
                || cseq.isEmpty()
                || from.isEmpty()
                || to.isEmpty()) {
            return new Parsed.Illegible();
        }
        return Via.lenient(via.get())
                .<Parsed>map(top -> {
                    List<String> vias = new ArrayList<>(List.of(top.text()));
                    raw.all("via").stream().skip(1).filter(MessageReader::isVia).forEach(vias::add);
                    return new Parsed.Illegal(
                            Replies.of(top, vias, from.get(), to.get(), callId.get(), cseq.get(), source), reason);
                })
                .orElse(new Parsed.Illegible());
    }

    /** The value, or its URI alone where only the displayed name is broken. */
    private static Optional<String> legible(String name, String value) {
        String bare = "<" + HeaderReader.uriText(value.replace("\"", "")) + ">";
        return Stream.of(value, bare).filter(text -> isAddress(name, text)).findFirst();
    }

    private static boolean isVia(String value) {
        try {
            return !HeaderReader.via(value).host().isEmpty();
        } catch (IllegalMessage e) {
            return false;
        }
    }

    private static boolean isAddress(String name, String value) {
        try {
            HeaderReader.address(name, value);
            return true;
        } catch (IllegalMessage e) {
            return false;
        }
    }
}
