// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Small pieces of RFC 3261, 25.1. */
public final class Grammar {
    /** Headers whose values are lists (RFC 3261, 7.3.1); of the others a comma is part of the value. */
    private static final Set<String> LISTS = Set.of(
            "accept",
            "allow",
            "contact",
            "content-encoding",
            "p-asserted-identity",
            "proxy-require",
            "record-route",
            "require",
            "route",
            "supported",
            "unsupported",
            "via");

    private Grammar() {}

    static boolean isList(String name) {
        return LISTS.contains(name);
    }

    /** Whether it is a token. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(Grammar::isTokenChar);
    }

    private static boolean isTokenChar(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-.!%*_+`'~".indexOf(c) >= 0;
    }

    /** Cuts at a separator outside quotes and angle brackets; pieces are stripped, empty ones left out. */
    public static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        boolean angled = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == separator && !angled) {
                addPiece(pieces, text.substring(from, i));
                from = i + 1;
            } else {
                quoted = c == '"' && !angled;
                angled = (angled || c == '<') && c != '>';
            }
        }
        addPiece(pieces, text.substring(from));
        return pieces;
    }

    private static void addPiece(List<String> pieces, String piece) {
        if (!piece.isBlank()) {
            pieces.add(piece.strip());
        }
    }

    /** Undoes %-escapes; a wrong one stays as it is. */
    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return utf8(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low < 0) {
                bytes.write(c);
            } else {
                bytes.write(high * 16 + low);
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Text that was read as ISO 8859-1 and is UTF-8. */
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The number, or -1 if it is none from 0 to {@code most}. */
    public static long number(String text, long most) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        long number = Long.parseLong(text);
        return number > most ? -1 : number;
    }
}
