// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.channel.voice.api.PhoneAccount;

/**
 * A phone's account and what its password is proven by (RFC 7616, 3.4.2).
 *
 * @param account the account
 * @param md5 H(A1) by MD5
 * @param sha256 H(A1) by SHA-256
 */
public record Phone(PhoneAccount account, String md5, String sha256) {
    /** Hides the proofs. */
    @Override
    public String toString() {
        return "Phone[" + account + "]";
    }
}
