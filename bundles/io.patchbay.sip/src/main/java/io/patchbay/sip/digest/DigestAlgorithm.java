// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.Optional;

/** The hash of a digest (RFC 8760). */
public enum DigestAlgorithm {
    /** Still the only one that many phones know. */
    MD5("MD5"),
    /** For phones whose account says so. */
    SHA_256("SHA-256");

    private final String word;

    DigestAlgorithm(String word) {
        this.word = word;
    }

    /**
     * The word on the wire, which is also the name of the hash in Java.
     *
     * @return {@code MD5} or {@code SHA-256}
     */
    public String word() {
        return word;
    }

    /**
     * The algorithm of that word.
     *
     * @param word in any case; a missing one, null, is MD5 (RFC 7616, 3.3)
     * @return empty if it is none of ours
     */
    public static Optional<DigestAlgorithm> of(String word) {
        if (word == null) {
            return Optional.of(MD5);
        }
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.word.equalsIgnoreCase(word)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
