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
        Objects.requireNonNull(realm, "realm");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(nonce, "nonce");
    }
}
