// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the parts of a long SMS go to the SMSC. */
public enum Carriage {
    /** A user data header with a reference of 8 bits: what every SMSC takes. */
    UDH8(6),
    /** A user data header with a reference of 16 bits. */
    UDH16(7),
    /** The parameters sar_msg_ref_num, sar_total_segments, sar_segment_seqnum; the SMSC makes the header. */
    SAR(6),
    /** As one, in message_payload; the SMSC splits it. */
    PAYLOAD(0);

    private final int header;

    Carriage(int header) {
        this.header = header;
    }

    /** Octets of the header on the air. */
    int header() {
        return header;
    }

    /** Reads {@code udh8}, {@code udh16}, {@code sar}, {@code payload}. */
    public static Carriage of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.wire().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is none of "
                        + Arrays.stream(values()).map(Carriage::wire).collect(Collectors.joining(", "))));
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
