// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

/** RFC 4648, 6, without padding: how authenticators take a secret. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            held = (held << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((held << (5 - bits)) & 31)).toString();
    }

    static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a letter of Base32: " + text.charAt(i));
            }
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
