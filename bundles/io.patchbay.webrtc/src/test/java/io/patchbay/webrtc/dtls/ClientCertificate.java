// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import java.security.SecureRandom;

/** A browser's certificate, for tests. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ClientCertificate(byte[] key, byte[] certificate, String fingerprint) {
    public static ClientCertificate make(SecureRandom random) {
        OwnCertificate made = OwnCertificate.make(random);
        return new ClientCertificate(
                made.key(), made.certificate(), made.fingerprint().text());
    }
}
