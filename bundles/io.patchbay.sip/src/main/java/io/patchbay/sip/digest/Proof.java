// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The response of a digest (RFC 7616, 3.4.1). */
final class Proof {
    private Proof() {}

    static String of(Ha1 ha1, String method, DigestAnswer answer, DigestAlgorithm algorithm) {
        String ha2 = Hash.hex(algorithm, method + ":" + answer.uri());
        String middle = answer.qop().isEmpty()
                ? answer.nonce()
                : answer.nonce() + ":" + answer.nonceCount() + ":" + answer.clientNonce() + ":" + answer.qop();
        return Hash.hex(algorithm, ha1.hex() + ":" + middle + ":" + ha2);
    }

    /** Compares in a time that tells nothing. */
    static boolean same(String proof, String said) {
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.US_ASCII));
    }
}
