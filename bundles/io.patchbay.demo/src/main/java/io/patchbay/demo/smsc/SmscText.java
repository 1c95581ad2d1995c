// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.smsc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/** The SMSC's own small reading and writing of texts, on purpose not the channel's. */
final class SmscText {
    private static final int SINGLE = 70;
    private static final int OF_A_PART = 67;
    private static final int HEADER = 0x40;

    private SmscText() {}

    /** One short_message. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Octets(int esmClass, int dataCoding, byte[] message) {}

    static List<Octets> write(String text, int reference) {
        if (text.matches("[A-Za-z0-9 .,!?:;+-]{1,160}")) {
            return List.of(new Octets(0, 0, text.getBytes(StandardCharsets.US_ASCII)));
        } else if (text.length() <= SINGLE) {
            return List.of(new Octets(0, 8, text.getBytes(StandardCharsets.UTF_16BE)));
        }
        List<Octets> parts = new ArrayList<>();
        int total = (text.length() + OF_A_PART - 1) / OF_A_PART;
        for (int i = 0; i < total; i++) { // may cut a surrogate pair, as real ones do
            String slice = text.substring(i * OF_A_PART, Math.min(text.length(), (i + 1) * OF_A_PART));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) (i + 1)});
            out.writeBytes(slice.getBytes(StandardCharsets.UTF_16BE));
            parts.add(new Octets(HEADER, 8, out.toByteArray()));
        }
        return parts;
    }

    /** The whole that a part belongs to; each single SMS its own. */
    static String whole(SubmitSm submit, String id) {
        byte[] message = submit.getShortMessage();
        return (submit.getEsmClass() & HEADER) != 0 && message.length > 6 && message[1] == 0
                ? submit.getDestAddress() + "#" + message[3]
                : "=" + id;
    }

    static int number(SubmitSm submit) {
        byte[] message = submit.getShortMessage();
        return (submit.getEsmClass() & HEADER) != 0 && message.length > 6 ? message[5] : 1;
    }

    static String read(SubmitSm submit) {
        byte[] message = submit.getShortMessage();
        if ((submit.getEsmClass() & HEADER) != 0) {
            message = Arrays.copyOfRange(message, (message[0] & 0xff) + 1, message.length);
        }
        if (message.length == 0
                && submit.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD)
                        instanceof OptionalParameter.OctetString payload) {
            message = payload.getValue();
        }
        return new String(
                message, submit.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }
}
