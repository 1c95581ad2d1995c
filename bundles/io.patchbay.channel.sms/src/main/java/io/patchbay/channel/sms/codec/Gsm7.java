// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The GSM default alphabet with its extension table, one octet a septet as SMPP carries it (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {
    static final byte ESCAPE = 0x1b;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Byte, Character> EXTENSION = Map.of(
            (byte) 0x0a,
            '\f',
            (byte) 0x14,
            '^',
            (byte) 0x28,
            '{',
            (byte) 0x29,
            '}',
            (byte) 0x2f,
            '\\',
            (byte) 0x3c,
            '[',
            (byte) 0x3d,
            '~',
            (byte) 0x3e,
            ']',
            (byte) 0x40,
            '|',
            (byte) 0x65,
            '€');
    private static final Map<Integer, byte[]> OCTETS = octets();

    private Gsm7() {}

    private static Map<Integer, byte[]> octets() {
        Map<Integer, byte[]> octets = new HashMap<>();
        for (int i = 0; i < BASIC.length(); i++) {
            octets.put((int) BASIC.charAt(i), new byte[] {(byte) i});
        }
        octets.remove((int) ESCAPE);
        EXTENSION.forEach((code, character) -> octets.put((int) character, new byte[] {ESCAPE, code}));
        return octets;
    }

    /** One code point: one octet, or the escape and one; empty if the alphabet lacks it. */
    static Optional<byte[]> encode(int codePoint) {
        return Optional.ofNullable(OCTETS.get(codePoint));
    }

    /** Empty if an octet is no septet. An escape to nowhere is a space, as 23.038 asks of a phone. */
    static Optional<String> decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] < 0) {
                return Optional.empty();
            } else if (octets[i] != ESCAPE) {
                text.append(BASIC.charAt(octets[i]));
            } else if (i + 1 < octets.length) {
                i++;
                text.append(octets[i] < 0 ? ' ' : extended(octets[i]));
            } else {
                text.append(' ');
            }
        }
        return Optional.of(text.toString());
    }

    private static char extended(byte code) {
        return code == ESCAPE ? ' ' : EXTENSION.getOrDefault(code, BASIC.charAt(code));
    }
}
