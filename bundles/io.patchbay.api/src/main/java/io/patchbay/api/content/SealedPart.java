// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.content;

import java.util.Objects;

/**
 * Sealed content: AES-256-GCM, nonce first, then cipher text and tag.
 *
 * @param owner whose key opens it
 * @param cipher nonce (12 bytes), cipher text and tag (16 bytes); not copied, never changed after construction
 * @param sha256 hex SHA-256 of {@code cipher}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its hash only
public record SealedPart(ContentOwner owner, byte[] cipher, String sha256) {
    public SealedPart {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(cipher, "cipher");
        Objects.requireNonNull(sha256, "sha256");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedPart part && part.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "SealedPart[" + owner.text() + ", " + sha256 + "]";
    }
}
