// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Checks digests and makes challenges. Nonces expire, are bound to this process, and each nonce count is taken once.
 * Any thread; answers at once.
 */
@SuppressWarnings("DoNotCallSuggester") // skeleton
public final class DigestGate {
    private final String realm;
    private final Credentials credentials;
    private final InstantSource clock;

    /**
     * @param realm named in challenges
     * @param credentials the users
     * @param clock for the age of nonces
     */
    public DigestGate(String realm, Credentials credentials, InstantSource clock) {
        this.realm = realm;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** What became of an answer. */
    public sealed interface Outcome {
        /**
         * The password was right.
         *
         * @param user whose
         */
        record Known(String user) implements Outcome {}

        /**
         * Ask, again if there was an answer.
         *
         * @param challenge what to send
         * @param wrong true if there was an answer and its user or password was wrong
         */
        record Ask(DigestChallenge challenge, boolean wrong) implements Outcome {}
    }

    /**
     * Checks an answer. An unknown user takes the same way as a wrong password.
     *
     * @param method of the request
     * @param answer its Authorization header
     * @param algorithm the hash that this user is asked for
     * @return known, or what to ask
     */
    public Outcome check(String method, Optional<DigestAnswer> answer, DigestAlgorithm algorithm) {
        throw new UnsupportedOperationException(realm + method + credentials + clock + answer + algorithm);
    }
}
