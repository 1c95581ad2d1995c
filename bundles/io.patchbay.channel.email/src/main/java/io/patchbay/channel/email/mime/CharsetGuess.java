// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What bytes of an unknown charset most likely are, for Chinese mail: UTF-8, GB18030, Big5 or an escaped form. */
final class CharsetGuess {
    private static final double SURE = 0.7;

    private CharsetGuess() {}

    static String decode(byte[] bytes) {
        if (isSevenBit(bytes)) {
            return escaped(bytes);
        }
        Optional<String> utf8 = Charsets.strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        double gb = share(bytes, 0xB0, 0xD7, 0xA1);
        double big5 = share(bytes, 0xA4, 0xC6, 0x40);
        if (Math.max(gb, big5) >= SURE) {
            return new String(bytes, gb >= big5 ? Charsets.GB18030 : Charsets.BIG5);
        }
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long lost = lenient.chars().filter(one -> one == '\uFFFD').count();
        long found = lenient.chars().filter(one -> one >= 0x80).count() - lost;
        return found >= lost ? lenient : Charsets.western(bytes);
    }

    private static boolean isSevenBit(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(byte[] bytes) {
        String ascii = new String(bytes, StandardCharsets.US_ASCII);
        if (ascii.contains("\u001b$)A") || ascii.contains("\u001b$)G")) {
            return new String(bytes, Charset.forName("ISO-2022-CN"));
        }
        if (ascii.contains("\u001b$B") || ascii.contains("\u001b$@")) {
            return new String(bytes, Charset.forName("ISO-2022-JP"));
        }
        return ascii.contains("~{") && ascii.contains("~}") ? Hz.decode(bytes) : ascii;
    }

    /**
     * How much of what is beyond ASCII is common characters of a double-byte charset: those whose first byte is in a
     * range (GB2312 level 1 is B0-D7, Big5 level 1 is A4-C6) or that are punctuation (A1-A3).
     */
    private static double share(byte[] bytes, int first, int last, int leastSecond) {
        int common = 0;
        int all = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            all++;
            int second = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean usual = (lead >= first && lead <= last) || (lead >= 0xA1 && lead <= 0xA3);
            if (usual && second >= leastSecond) {
                common++;
            }
            if (second >= 0x40) {
                i++;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }
}
