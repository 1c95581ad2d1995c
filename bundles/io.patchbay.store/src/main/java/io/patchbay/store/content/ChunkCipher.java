// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the chunks of one file: AES-256-GCM under a key of its own, the chunk's number as nonce, and as associated data
 * whether it is the last, so that no chunk can be moved, left out or cut off.
 */
final class ChunkCipher {
    static final int KEY = 32;
    static final int TAG = 16;
    static final int CHUNK = 1 << 16;

    private final SecretKeySpec key;
    private final Cipher cipher;

    ChunkCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES is part of every JDK", e);
        }
    }

    byte[] seal(long number, byte[] plain, int length, boolean last) {
        try {
            return run(Cipher.ENCRYPT_MODE, number, plain, length, last);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    byte[] open(long number, byte[] sealed, int length, boolean last) throws IOException {
        try {
            return run(Cipher.DECRYPT_MODE, number, sealed, length, last);
        } catch (AEADBadTagException e) {
            throw new IOException("chunk " + number + " of the file was altered", e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] run(int mode, long number, byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putLong(4, number).array();
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher.doFinal(bytes, 0, length);
    }
}
