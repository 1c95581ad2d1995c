// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in counter mode as SRTP uses it (RFC 3711, 4.1.1). The counters are encrypted block by block with one cipher that
 * is initialised once, so that a packet costs no object. For one thread.
 */
final class CounterMode {
    private static final int BLOCK = 16;
    private static final int MOST_BLOCKS = 2_048 / BLOCK;
    private static final int SSRC_AT = 4;
    private static final int INDEX_AT = 8;
    private static final int COUNTER_AT = 14;

    private final Cipher aes;
    private final byte[] salt;
    private final byte[] counters = new byte[MOST_BLOCKS * BLOCK];
    private final byte[] stream = new byte[MOST_BLOCKS * BLOCK];

    CounterMode(byte[] key, byte[] salt) {
        this.salt = salt.clone();
        try {
            aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    /** Encrypts or decrypts in place; {@code index} has 48 bits. */
    void apply(byte[] bytes, int from, int length, int ssrc, long index) {
        int blocks = (length + BLOCK - 1) / BLOCK;
        if (blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException("no packet has " + length + " bytes");
        }
        for (int i = 0; i < blocks; i++) {
            counter(i, ssrc, index);
        }
        try {
            aes.update(counters, 0, blocks * BLOCK, stream, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks always fit", e);
        }
        for (int i = 0; i < length; i++) {
            bytes[from + i] ^= stream[i];
        }
    }

    private void counter(int block, int ssrc, long index) {
        int at = block * BLOCK;
        System.arraycopy(salt, 0, counters, at, salt.length);
        for (int i = 0; i < 4; i++) {
            counters[at + SSRC_AT + i] ^= (byte) (ssrc >>> (24 - 8 * i));
        }
        for (int i = 0; i < 6; i++) {
            counters[at + INDEX_AT + i] ^= (byte) (index >>> (40 - 8 * i));
        }
        counters[at + COUNTER_AT] = (byte) (block >>> 8);
        counters[at + COUNTER_AT + 1] = (byte) block;
    }
}
