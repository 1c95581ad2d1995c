// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.Objects;

/**
 * What a server asks for, with qop=auth.
 *
 * @param realm whose passwords
 * @param algorithm the one hash asked for
 * @param nonce fresh, from {@link DigestGate}
 * @param stale true if the answer was right but its nonce too old: the phone repeats without asking its user
 */
public record DigestChallenge(String realm, DigestAlgorithm algorithm, String nonce, boolean stale) {
    /** Refuses nulls. */
    public DigestChallenge {
        if (realm.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("realm must be printable ASCII without quotes but is " + realm);
        }
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(nonce, "nonce");
    }

    /**
     * The header.
     *
     * @return value of WWW-Authenticate
     */
    public String header() {
        return "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=" + algorithm.word()
                + ", qop=\"auth\"" + (stale ? ", stale=true" : "");
    }
}
