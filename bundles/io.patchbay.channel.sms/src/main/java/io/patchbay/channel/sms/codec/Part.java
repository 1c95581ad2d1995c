// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.util.Optional;

/**
 * One part of an SMS, in or out, without its header.
 *
 * @param dataCoding the SMPP data_coding, 0 to 255
 * @param content the octets; never changed
 * @param place where it stands; empty for an SMS of one part
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Part(int dataCoding, byte[] content, Optional<Place> place) {
    /** Hides the content. */
    @Override
    public String toString() {
        return "Part[" + content.length + " octets, coding " + dataCoding
                + place.map(p -> ", " + p).orElse("") + "]";
    }
}
