// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks digests and makes challenges. Nonces expire, are bound to this process, and each nonce count is taken once.
 * Any thread; answers at once.
 */
public final class DigestGate {
    private final String realm;
    private final Credentials credentials;
    private final Nonces nonces;

    /** What an unknown user's answer is compared with, so that it takes as long as any. */
    private final Map<DigestAlgorithm, Ha1> nobody = new EnumMap<>(DigestAlgorithm.class);

    /**
     * @param realm named in challenges
     * @param credentials the users
     * @param clock for the age of nonces, which is five minutes at most
     */
    public DigestGate(String realm, Credentials credentials, InstantSource clock) {
        this.realm = realm;
        this.credentials = credentials;
        nonces = new Nonces(clock);
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            nobody.put(algorithm, Ha1.of("", realm, nonces.next(), algorithm));
        }
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
        if (answer.isEmpty() || !answer.get().realm().equals(realm)) {
            return ask(algorithm, false, false);
        }
        DigestAnswer said = answer.get();
        if (!proven(method, said, algorithm)) {
            return ask(algorithm, false, true);
        }
        boolean taken = nonces.take(said.nonce(), Long.parseLong(said.nonceCount(), 16));
        return taken ? new Outcome.Known(said.user()) : ask(algorithm, true, false);
    }

    private boolean proven(String method, DigestAnswer said, DigestAlgorithm algorithm) {
        boolean formal = said.qop().equals("auth")
                && said.nonceCount().matches("[0-9A-Fa-f]{8}")
                && !said.clientNonce().isEmpty()
                && DigestAlgorithm.of(said.algorithm())
                        .filter(algorithm::equals)
                        .isPresent();
        Optional<Ha1> known = credentials.ha1(said.user(), realm, algorithm);
        Ha1 ha1 = known.orElse(nobody.get(algorithm));
        return Proof.same(Proof.of(ha1, method, said, algorithm), said.response()) && known.isPresent() && formal;
    }

    private Outcome ask(DigestAlgorithm algorithm, boolean stale, boolean wrong) {
        return new Outcome.Ask(new DigestChallenge(realm, algorithm, nonces.next(), stale), wrong);
    }
}
