// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;

/**
 * The initials by which people find Chinese words without typing them: 费用 is {@code fy}. GB 2312 lists its 3,755 most
 * common characters (level 1, rows 16 to 55) in the order of their pinyin, so a character's place tells its initial.
 */
public final class Initials {
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    /** The first character of each letter in {@link #LETTERS}. */
    private static final int[] FIRST = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
    };

    private static final int LAST = 0xD7F9;
    private static final Charset CHARACTERS = Charset.forName("GB2312");

    private Initials() {}

    /**
     * The initials of a text.
     *
     * @param text Chinese, or with Latin letters and digits in it
     * @return lower-case initials; Latin letters and digits as they are; nothing for other characters
     */
    public static String of(String text) {
        StringBuilder initials = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            if (point < 128 ? Character.isLetterOrDigit(point) : initial(point) != 0) {
                initials.appendCodePoint(point < 128 ? point : initial(point));
            }
        });
        return initials.toString();
    }

    private static int initial(int point) {
        byte[] bytes = Character.toString(point).getBytes(CHARACTERS);
        if (bytes.length != 2) {
            return 0;
        }
        int place = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int at = Arrays.binarySearch(FIRST, place);
        int letter = at >= 0 ? at : -at - 2;
        return letter < 0 || place > LAST ? 0 : LETTERS.charAt(letter);
    }
}
