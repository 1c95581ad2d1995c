// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import java.util.Locale;

/**
 * What became of one part of an SMS of ours.
 *
 * @param number which part, from 1
 * @param parts how many the SMS has
 * @param reference the number all its parts bear
 * @param state how far it is
 */
public record OutgoingPart(int number, int parts, int reference, State state) {
    /** How far a part is. */
    public enum State {
        /** The SMSC has it. */
        ACCEPTED,
        /** The phone has it. */
        DELIVERED,
        /** It will not reach the phone. */
        FAILED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
