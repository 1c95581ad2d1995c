// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import java.util.Optional;

/** Text that cannot deceive: no control characters, nothing that turns the writing direction, no half characters. */
final class SafeText {
    private SafeText() {}

    /** Several lines. */
    static String lines(String text) {
        return clean(text.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    /** One line of at most so many characters; empty if nothing is left. */
    static Optional<String> line(String text, int most) {
        String clean = clean(text.replaceAll("[\\r\\n\\t]", " "))
                .replaceAll(" {2,}", " ")
                .strip();
        return Optional.of(cut(clean, most).strip()).filter(rest -> !rest.isEmpty());
    }

    /** The beginning, not ending within a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            if (Character.getType(one) == Character.SURROGATE) {
                out.append('\uFFFD');
            } else if (one == '\n' || one == '\t' || !isHidden(one)) {
                out.appendCodePoint(one);
            }
        });
        return out.toString();
    }

    /** Controls, direction overrides and isolates, line separators, the byte order mark, tags. */
    static boolean isHidden(int one) {
        return Character.isISOControl(one)
                || (one >= 0x202A && one <= 0x202E)
                || (one >= 0x2066 && one <= 0x2069)
                || one == 0x200E
                || one == 0x200F
                || one == 0x2028
                || one == 0x2029
                || one == 0xFEFF
                || (one >= 0xE0000 && one <= 0xE007F);
    }
}
