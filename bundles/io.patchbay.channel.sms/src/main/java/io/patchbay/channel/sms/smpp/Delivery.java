// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import io.patchbay.channel.sms.codec.Part;
import java.util.Optional;

/**
 * What the SMSC brings: a part of an SMS or a receipt.
 *
 * @param from the sender as it came
 * @param to the receiver as it came
 * @param part the content
 * @param receipt what became of one of ours, if that is what it is
 * @param link which connection it came by
 * @param sequence its sequence_number there
 */
public record Delivery(Party from, String to, Part part, Optional<Receipt> receipt, String link, int sequence) {
    /**
     * A number as SMPP has it.
     *
     * @param number digits or letters
     * @param ton type of number: 1 international, 2 national, 5 letters (SMPP 3.4, 5.2.5)
     */
    public record Party(String number, int ton) {
        /** Hides the number. */
        @Override
        public String toString() {
            return "Party[" + number.length() + " characters, type " + ton + "]";
        }
    }
}
