// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the parts of a mail (RFC 5322, RFC 2046) in one pass, whatever it looks like: missing ends, wrong boundaries
 * and garbage cost nothing but the part they are in.
 */
public final class PartParser {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_BOUNDARY = 200;

    private final Lines lines;
    private final Deque<String> open = new ArrayDeque<>();
    private int count;
    private boolean incomplete;
    private boolean ended;
    /** The delimiter that the reader stands on; empty for none. */
    private String met = "";

    private boolean closing;

    private PartParser(Lines lines) {
        this.lines = lines;
    }

    /** A mail's parts, and whether there were too many or too deep ones, which are left out. */
    public record Parsed(Part root, boolean incomplete) {}

    public static Parsed parse(Spool spool) throws IOException {
        return parse(spool, 0, spool.size());
    }

    /** Parses a mail within a mail. */
    public static Parsed parse(Spool spool, long from, long to) throws IOException {
        PartParser parser = new PartParser(new Lines(spool.open(from, to), from));
        Part root = parser.part();
        return new Parsed(root, parser.incomplete);
    }

    private Part part() throws IOException {
        Fields fields = new Fields();
        long from = header(fields);
        Parameters type = type(fields);
        String boundary = type.get("boundary");
        boolean opens =
                type.value().startsWith("multipart/") && !boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY;
        incomplete |= opens && open.size() >= DEEPEST;
        List<Part> parts = new ArrayList<>();
        if (opens && open.size() < DEEPEST) {
            children(boundary, parts);
        } else {
            skipToDelimiter();
        }
        long to = Math.max(from, met.isEmpty() ? lines.end() : lines.contentEndBefore());
        return Part.of(fields, type, from, to, parts);
    }

    private static Parameters type(Fields fields) {
        Parameters type = Parameters.of(fields.first("content-type"));
        return type.value().contains("/") ? type : new Parameters("text/plain", type.all());
    }

    private void children(String boundary, List<Part> parts) throws IOException {
        open.push(boundary);
        skipToDelimiter();
        while (met.equals(boundary) && !closing && !incomplete) {
            if (++count > MOST_PARTS) {
                incomplete = true;
            } else {
                parts.add(part());
            }
        }
        open.pop();
        if (met.equals(boundary)) { // what is behind the end belongs to nobody
            skipToDelimiter();
        }
    }

    /** Reads a header; gives the offset of what follows. */
    private long header(Fields fields) throws IOException {
        met = "";
        while (next()) {
            String text = lines.text();
            if (delimits(text)) {
                return lines.start();
            }
            if (text.isBlank()) {
                return lines.end();
            }
            int colon = text.indexOf(':');
            if (isBlank(text.charAt(0)) && !fields.isEmpty()) {
                fields.fold(text);
            } else if (colon > 0 && isName(text.substring(0, colon))) {
                fields.add(text.substring(0, colon), text.substring(colon + 1));
            } else if (fields.isEmpty() && !text.startsWith("From ")) { // no header at all
                return lines.start();
            }
        }
        return lines.end();
    }

    private static boolean isBlank(char one) {
        return one == ' ' || one == '\t';
    }

    private static boolean isName(String name) {
        return name.stripTrailing().chars().allMatch(one -> one > ' ' && one < 127);
    }

    private boolean next() throws IOException {
        ended = ended || !lines.next();
        return !ended;
    }

    private void skipToDelimiter() throws IOException {
        if (!met.isEmpty() && open.contains(met) && !(closing && met.equals(open.peek()))) {
            return;
        }
        met = "";
        while (next()) {
            if (lines.mayDelimit() && delimits(lines.text())) {
                return;
            }
        }
    }

    private boolean delimits(String text) {
        if (!text.startsWith("--")) {
            return false;
        }
        String rest = text.substring(2).stripTrailing();
        for (String boundary : open) {
            if (rest.equals(boundary) || rest.equals(boundary + "--")) {
                met = boundary;
                closing = rest.length() > boundary.length();
                return true;
            }
        }
        return false;
    }
}
