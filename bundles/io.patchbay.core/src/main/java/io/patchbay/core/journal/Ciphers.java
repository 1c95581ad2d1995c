// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.content.SealedPart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether a cipher text is still the one that the chain covers. */
final class Ciphers {
    private Ciphers() {}

    static boolean fits(SealedPart part) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(part.cipher());
            return HexFormat.of().formatHex(digest).equals(part.sha256());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
