// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA1 cut to 80 bits (RFC 3711, 4.2.1), written on the digest because {@code javax.crypto.Mac} makes two arrays
 * for each packet. For one thread.
 */
final class PacketTag {
    static final int LENGTH = 10;
    private static final int BLOCK = 64;
    private static final int DIGEST = 20;

    private final MessageDigest sha1;
    private final byte[] inner;
    private final byte[] outer;
    private final byte[] digest = new byte[DIGEST];
    private final byte[] word = new byte[Integer.BYTES];

    /** {@code key} of at most 64 bytes. */
    PacketTag(byte[] key) {
        inner = padded(key, 0x36);
        outer = padded(key, 0x5C);
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    /** Writes the tag behind the bytes. */
    void append(byte[] bytes, int length) {
        compute(bytes, length);
        System.arraycopy(digest, 0, bytes, length, LENGTH);
    }

    /** Writes it where the word that was signed too is not sent (the rollover counter). */
    void append(byte[] bytes, int length, int more) {
        compute(bytes, length, more);
        System.arraycopy(digest, 0, bytes, length, LENGTH);
    }

    /** Whether the tag stands behind the bytes; takes as long for a wrong one as for the right. */
    boolean matches(byte[] bytes, int length) {
        compute(bytes, length);
        return isBehind(bytes, length);
    }

    /** The same with a word that was not sent. */
    boolean matches(byte[] bytes, int length, int more) {
        compute(bytes, length, more);
        return isBehind(bytes, length);
    }

    private boolean isBehind(byte[] bytes, int length) {
        int different = 0;
        for (int i = 0; i < LENGTH; i++) {
            different |= digest[i] ^ bytes[length + i];
        }
        return different == 0;
    }

    private void compute(byte[] bytes, int length, int more) {
        sha1.update(inner);
        sha1.update(bytes, 0, length);
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) (more >>> (24 - 8 * i));
        }
        sha1.update(word);
        finish();
    }

    private void compute(byte[] bytes, int length) {
        sha1.update(inner);
        sha1.update(bytes, 0, length);
        finish();
    }

    private void finish() {
        try {
            sha1.digest(digest, 0, DIGEST);
            sha1.update(outer);
            sha1.update(digest);
            sha1.digest(digest, 0, DIGEST);
        } catch (DigestException e) {
            throw new IllegalStateException("20 bytes always fit", e);
        }
    }

    /** For tests: all 160 bits. */
    byte[] whole(byte[] bytes) {
        compute(bytes, bytes.length);
        return digest.clone();
    }
}
