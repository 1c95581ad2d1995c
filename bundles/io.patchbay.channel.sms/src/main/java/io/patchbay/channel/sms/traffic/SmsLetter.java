// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import java.util.Optional;

/**
 * A whole SMS that came.
 *
 * @param id the same for every repetition
 * @param from who wrote
 * @param text what
 * @param original the octets, if they could not all be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SmsLetter(String id, Address from, String text, Optional<byte[]> original) {
    /** Hides the content. */
    @Override
    public String toString() {
        return "SmsLetter[" + id + ", " + text.length() + " characters]";
    }
}
