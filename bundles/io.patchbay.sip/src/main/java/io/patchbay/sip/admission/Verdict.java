// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.digest.DigestChallenge;
import java.util.Objects;
import java.util.OptionalInt;

/** What {@link Admission} decides. */
public sealed interface Verdict {
    /**
     * Takes the request: a transaction is made.
     *
     * @param party who it is, in the caller's own words; handed on as {@code IncomingCall.party()}. For REGISTER the
     *     signed-in user as a String
     */
    record Admit(Object party) implements Verdict {
        /** Refuses null. */
        public Admit {
            Objects.requireNonNull(party, "party");
        }
    }

    /**
     * Asks for a digest by 401.
     *
     * @param challenge from a {@code DigestGate}
     */
    record Challenge(DigestChallenge challenge) implements Verdict {
        /** Refuses null. */
        public Challenge {
            Objects.requireNonNull(challenge, "challenge");
        }
    }

    /**
     * Refuses without state.
     *
     * @param status 400 to 699
     * @param reason the reason phrase, our own words; empty for the usual phrase
     * @param retryAfterSeconds for 503, 404, 413, 480, 486, 500, 600, 603 (RFC 3261, 20.33)
     */
    record Refuse(int status, String reason, OptionalInt retryAfterSeconds) implements Verdict {
        /** Checks the status. */
        public Refuse {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAfterSeconds, "retryAfterSeconds");
            if (status < 400 || status > 699) {
                throw new IllegalArgumentException("status must be 400 to 699 but is " + status);
            }
        }

        /**
         * Refuses with the usual phrase.
         *
         * @param status 400 to 699
         * @return the verdict
         */
        public static Refuse with(int status) {
            return new Refuse(status, "", OptionalInt.empty());
        }
    }

    /** Says nothing at all. */
    record Drop() implements Verdict {}
}
