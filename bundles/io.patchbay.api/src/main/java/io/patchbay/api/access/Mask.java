// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.access;

import java.util.regex.Pattern;

/** What is shown of personal things to a reader who may not see them in full. */
public final class Mask {
    private static final String STARS = "****";
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9])([0-9]{4})[0-9]{9,13}([0-9]{3}[0-9Xx])(?![0-9])");

    private Mask() {}

    /**
     * A name of which the first sign remains: 林**, A***.
     *
     * @param name the whole name
     * @return one character and stars
     */
    public static String name(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            return trimmed;
        }
        int first = trimmed.offsetByCodePoints(0, 1);
        boolean han = Character.UnicodeScript.of(trimmed.codePointAt(0)) == Character.UnicodeScript.HAN;
        return trimmed.substring(0, first) + (han ? "**" : "***");
    }

    /**
     * A text whose numbers of identity documents and cards (17 to 21 digits, the last may be X) keep the first and the
     * last four.
     *
     * @param text any text
     * @return the text with {@code 3101 **** 2217} in place of each
     */
    public static String identities(String text) {
        return IDENTITY.matcher(text).replaceAll("$1 " + STARS + " $2");
    }

    /**
     * A value of which only the end remains.
     *
     * @param value the whole value
     * @return stars and the last four characters; stars alone for a short one
     */
    public static String ending(String value) {
        return value.length() <= 4 ? STARS : STARS + value.substring(value.length() - 4);
    }
}
