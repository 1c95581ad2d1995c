// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * SHA-256 of a certificate, as SDP tells it (RFC 8122, 5).
 *
 * @param text 32 pairs of upper-case hexadecimal digits with colons between
 */
public record Fingerprint(String text) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    /** Refuses what is none. */
    public Fingerprint {
        text = text.toUpperCase(Locale.ROOT);
        if (!text.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}")) {
            throw new IllegalArgumentException("a SHA-256 fingerprint has 32 pairs but this is \"" + text + "\"");
        }
    }

    static Fingerprint of(byte[] certificate) {
        try {
            return new Fingerprint(
                    HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
