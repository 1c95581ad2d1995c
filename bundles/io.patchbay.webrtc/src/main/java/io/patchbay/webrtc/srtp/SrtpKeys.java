// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Session keys of one direction, derived from a master key and salt (RFC 3711, 4.3; key derivation rate 0). */
final class SrtpKeys {
    static final int KEY = 16;
    static final int SALT = 14;
    private static final int AUTHENTICATION = 20;
    /** Where the label lies in the derivation's input. */
    private static final int LABEL_AT = 7;

    /** Labels of RFC 3711, 4.3.1 and 4.3.2: encryption; authentication and salt follow. */
    enum Of {
        RTP(0),
        RTCP(3);

        private final int label;

        Of(int label) {
            this.label = label;
        }
    }

    private final byte[] encryption;
    private final byte[] authentication;
    private final byte[] salt;

    private SrtpKeys(byte[] encryption, byte[] authentication, byte[] salt) {
        this.encryption = encryption;
        this.authentication = authentication;
        this.salt = salt;
    }

    static SrtpKeys derive(byte[] masterKey, byte[] masterSalt, Of of) {
        if (masterKey.length != KEY || masterSalt.length != SALT) {
            throw new IllegalArgumentException("master key and salt must be 16 and 14 bytes but are " + masterKey.length
                    + ", " + masterSalt.length);
        }
        return new SrtpKeys(
                stream(masterKey, masterSalt, of.label, KEY),
                stream(masterKey, masterSalt, of.label + 1, AUTHENTICATION),
                stream(masterKey, masterSalt, of.label + 2, SALT));
    }

    private static byte[] stream(byte[] key, byte[] salt, int label, int length) {
        byte[] start = Arrays.copyOf(salt, KEY);
        start[LABEL_AT] ^= (byte) label;
        try {
            Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return aes.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES in counter mode", e);
        }
    }

    byte[] encryption() {
        return encryption;
    }

    byte[] authentication() {
        return authentication;
    }

    byte[] salt() {
        return salt;
    }
}
