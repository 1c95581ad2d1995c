// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.api;

import java.util.Locale;
import java.util.Objects;

/**
 * An account with which a phone registers; it belongs to the person who has the extension.
 *
 * @param extension its user name and number, 2 to 8 digits
 * @param digest how its password is proven
 * @param answering how it can be made to answer by itself
 */
public record PhoneAccount(String extension, Digest digest, Answering answering) {
    public PhoneAccount {
        if (!extension.matches("[0-9]{2,8}")) {
            throw new IllegalArgumentException("extension must be 2 to 8 digits but is \"" + extension + "\"");
        }
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(answering, "answering");
    }

    /** A digest algorithm (RFC 8760). */
    public enum Digest {
        /** What every phone can. */
        MD5,
        /** Better, where the phone can. */
        SHA256;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a phone is made to answer when its agent accepts at the desk. */
    public enum Answering {
        /** Not at all: he picks up the handset. */
        HANDSET,
        /** It is called again with {@code Alert-Info: answer-after=0}. */
        ALERT_INFO,
        /** It is told {@code Event: talk} while it rings. */
        TALK;

        /**
         * The name on the wire.
         *
         * @return {@code handset}, {@code alert-info} or {@code talk}
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Reads the name on the wire.
         *
         * @param wire what {@link #wire()} gave
         * @return the way
         * @throws IllegalArgumentException naming the text if there is none
         */
        public static Answering parse(String wire) {
            for (Answering one : values()) {
                if (one.wire().equals(wire)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("answering must be handset, alert-info or talk but is \"" + wire + "\"");
        }
    }
}
