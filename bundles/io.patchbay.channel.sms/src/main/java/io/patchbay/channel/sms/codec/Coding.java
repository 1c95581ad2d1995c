// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How we write text, the smallest first (SMPP 3.4, 5.2.19; sizes: 3GPP TS 23.040, 9.2.3.24.1). */
public enum Coding {
    /** The GSM default alphabet: 160 characters, 153 of a part. */
    GSM7(0, 160, 8),
    /** Western Europe: 140 characters, 134 of a part. */
    LATIN1(3, 140, 8),
    /** Everything else: 70 characters, 67 of a part. */
    UCS2(8, 140, 16);

    private final int dataCoding;
    private final int longest;
    private final int bits;

    Coding(int dataCoding, int longest, int bits) {
        this.dataCoding = dataCoding;
        this.longest = longest;
        this.bits = bits;
    }

    /** The smallest that has every character of a text. */
    public static Coding of(String text) {
        for (Coding coding : values()) {
            if (text.codePoints().allMatch(point -> coding.encode(point).isPresent())) {
                return coding;
            }
        }
        return UCS2;
    }

    /** One code point; empty if this coding lacks it. */
    Optional<byte[]> encode(int codePoint) {
        if (this == GSM7) {
            return Gsm7.encode(codePoint);
        } else if (this == LATIN1) {
            return codePoint > 0xff ? Optional.empty() : Optional.of(new byte[] {(byte) codePoint});
        }
        return Optional.of(new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_16BE));
    }

    public int dataCoding() {
        return dataCoding;
    }

    /** Octets of an SMS that is one part. */
    int longest() {
        return longest;
    }

    /** Octets of a part beside a header of so many octets. */
    int longest(int header) {
        int left = this == GSM7 ? (140 * 8 - header * 8) / 7 : 140 - header;
        return left - left % (bits / 8);
    }
}
