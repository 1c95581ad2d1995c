// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a person proves himself beside his password.
 *
 * @param since when he set his authenticator up (RFC 6238); empty if he has none
 * @param recoveryCodes how many of his single-use codes are left
 * @param demanded whether he must have one
 */
public record SecondFactor(Optional<Instant> since, int recoveryCodes, boolean demanded) {
    public SecondFactor {
        Objects.requireNonNull(since, "since");
    }

    /**
     * Whether he has to set one up before anything else.
     *
     * @return demanded, and not there
     */
    public boolean missing() {
        return demanded && since.isEmpty();
    }
}
