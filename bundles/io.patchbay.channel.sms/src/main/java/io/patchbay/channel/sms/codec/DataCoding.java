// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads octets by their data_coding (SMPP 3.4, 5.2.19, and the groups of 3GPP TS 23.038, 4). */
final class DataCoding {
    /** For content that its header says is no text. */
    static final int BINARY = 4;

    private DataCoding() {}

    /** The text; empty if these octets are none in this coding. */
    static Optional<String> read(int dataCoding, byte[] octets) {
        return switch (dataCoding) {
            case 0 -> Gsm7.decode(octets);
            case 1 -> strict(StandardCharsets.US_ASCII, octets);
            case 3 -> strict(StandardCharsets.ISO_8859_1, octets);
            case 5 -> named("Shift_JIS", octets);
            case 6 -> named("ISO-8859-5", octets);
            case 7 -> named("ISO-8859-8", octets);
            case 8 -> strict(StandardCharsets.UTF_16BE, octets);
            case 10 -> named("ISO-2022-JP", octets);
            case 14 -> named("EUC-KR", octets);
            case 15 -> named("GB18030", octets); // as CMPP and Chinese gateways use it
            default -> grouped(dataCoding, octets);
        };
    }

    /** Message waiting 1100 to 1110, class 1111, general with class 0001 to 0111; the rest is no text we know. */
    private static Optional<String> grouped(int dataCoding, byte[] octets) {
        int group = dataCoding >> 4;
        if (group == 0xe) {
            return strict(StandardCharsets.UTF_16BE, octets);
        } else if (group == 0xc || group == 0xd) {
            return Gsm7.decode(octets);
        } else if (group == 0xf) {
            return (dataCoding & 4) == 0 ? Gsm7.decode(octets) : Optional.empty();
        } else if (group >= 1 && group <= 7 && (dataCoding & 0x20) == 0) {
            int alphabet = dataCoding & 0x0c;
            return alphabet == 0
                    ? Gsm7.decode(octets)
                    : alphabet == 8 ? strict(StandardCharsets.UTF_16BE, octets) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> named(String charset, byte[] octets) {
        return Charset.isSupported(charset) ? strict(Charset.forName(charset), octets) : Optional.empty();
    }

    private static Optional<String> strict(Charset charset, byte[] octets) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
