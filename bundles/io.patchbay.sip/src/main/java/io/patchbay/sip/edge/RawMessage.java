// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message cut into lines, nothing understood yet. Text is ISO 8859-1, so that what is copied into an answer keeps its
 * bytes.
 *
 * @param firstLine request or status line
 * @param lines the headers, folded lines joined
 * @param body what follows the empty line, a character a byte
 */
record RawMessage(String firstLine, List<Line> lines, String body) implements Headers {
    private static final int MOST_LINES = 512;

    /** RFC 3261, 7.3.3 and the registry of SIP header fields. */
    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("a", "accept-contact"),
            Map.entry("b", "referred-by"),
            Map.entry("c", "content-type"),
            Map.entry("d", "request-disposition"),
            Map.entry("e", "content-encoding"),
            Map.entry("f", "from"),
            Map.entry("i", "call-id"),
            Map.entry("j", "reject-contact"),
            Map.entry("k", "supported"),
            Map.entry("l", "content-length"),
            Map.entry("m", "contact"),
            Map.entry("o", "event"),
            Map.entry("r", "refer-to"),
            Map.entry("s", "subject"),
            Map.entry("t", "to"),
            Map.entry("u", "allow-events"),
            Map.entry("v", "via"),
            Map.entry("x", "session-expires"));

    /** A header; its name in lower case and long form. */
    record Line(String name, String value) {}

    /** Cuts a message; what cannot be cut is no SIP at all. */
    static RawMessage cut(byte[] bytes) throws IllegalMessage {
        int start = 0;
        while (start + 1 < bytes.length && bytes[start] == '\r' && bytes[start + 1] == '\n') {
            start += 2;
        }
        int end = endOfHeaders(bytes, start);
        String[] texts = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        if (texts.length < 2 || texts.length > MOST_LINES) {
            throw new IllegalMessage("not a message");
        }
        List<Line> lines = new ArrayList<>(texts.length);
        String pending = null;
        for (int i = 1; i < texts.length; i++) {
            if (texts[i].startsWith(" ") || texts[i].startsWith("\t")) {
                if (pending == null) {
                    throw new IllegalMessage("folded first line");
                }
                pending += " " + texts[i].strip();
            } else {
                add(lines, pending);
                pending = texts[i];
            }
        }
        add(lines, pending);
        String body = new String(bytes, end + 4, bytes.length - end - 4, StandardCharsets.ISO_8859_1);
        return new RawMessage(texts[0], List.copyOf(lines), body);
    }

    /** Bare CR and LF end no line of ours, but may end one of somebody else's: never let in. */
    private static int endOfHeaders(byte[] bytes, int start) throws IllegalMessage {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                throw new IllegalMessage("bare line feed");
            }
            if (bytes[i] == '\r') {
                if (i + 1 < bytes.length && bytes[i + 1] != '\n') {
                    throw new IllegalMessage("bare carriage return");
                }
                if (i + 3 < bytes.length && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return i;
                }
            }
        }
        throw new IllegalMessage("headers without end");
    }

    private static void add(List<Line> lines, String text) throws IllegalMessage {
        if (text == null) {
            return;
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!Grammar.isToken(name)) {
            throw new IllegalMessage("not a header");
        }
        lines.add(new Line(
                COMPACT.getOrDefault(name, name), text.substring(colon + 1).strip()));
    }

    @Override
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    @Override
    public List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        for (Line line : lines) {
            if (line.name().equals(wanted)) {
                values.addAll(Grammar.isList(wanted) ? Grammar.split(line.value(), ',') : List.of(line.value()));
            }
        }
        return values;
    }

    /** The one value of a header that must stand there once. */
    String only(String name) throws IllegalMessage {
        String found = null;
        for (Line line : lines) {
            if (line.name().equals(name)) {
                if (found != null) {
                    throw new IllegalMessage("more than one " + name);
                }
                found = line.value();
            }
        }
        if (found == null) {
            throw new IllegalMessage("no " + name);
        }
        return found;
    }

    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.name().equals(name));
    }
}
