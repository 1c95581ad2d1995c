// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash function of a digest. */
final class Hash {
    private Hash() {}

    static String hex(DigestAlgorithm algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm.word()).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no " + algorithm.word(), e);
        }
    }
}
