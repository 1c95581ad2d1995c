// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.Objects;

/**
 * H(user:realm:password), all that a server needs to know of a password. It is a secret: {@link #toString()} hides it.
 *
 * @param hex lower-case hexadecimal digits, 32 for MD5 and 64 for SHA-256
 */
public record Ha1(String hex) {
    /** Refuses what is not a hash. */
    public Ha1 {
        Objects.requireNonNull(hex, "hex");
        if (!hex.matches("[0-9a-f]{32}|[0-9a-f]{64}")) {
            throw new IllegalArgumentException("HA1 must be 32 or 64 hexadecimal digits but has " + hex.length());
        }
    }

    /**
     * The hash of a password.
     *
     * @param user as the phone sends it
     * @param realm as the challenge names it
     * @param password in clear
     * @param algorithm MD5 or SHA-256
     * @return the hash
     */
    public static Ha1 of(String user, String realm, String password, DigestAlgorithm algorithm) {
        return new Ha1(Hash.hex(algorithm, user + ":" + realm + ":" + password));
    }

    @Override
    public String toString() {
        return "Ha1[…]";
    }
}
