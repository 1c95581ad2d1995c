// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

import io.patchbay.api.id.RecordingId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the seconds of one recording: AES-256-GCM under a key of its own, the second's number as nonce (each is written
 * once) and the recording's id as associated data, so that no second can be moved or taken into another recording.
 */
final class FrameCipher {
    static final int KEY = 32;
    static final int TAG = 16;
    private static final int HEAD = 4;
    static final int PLAIN = HEAD + 2 * RecordedFrame.WHOLE;
    static final int SLOT = PLAIN + TAG;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] associated;
    private final ByteBuffer nonce = ByteBuffer.allocate(12);

    FrameCipher(byte[] key, RecordingId id) {
        this.key = new SecretKeySpec(key, "AES");
        this.associated = id.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES is part of every JDK", e);
        }
    }

    private void init(int mode, int second) throws GeneralSecurityException {
        nonce.putInt(8, second);
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce.array()));
        cipher.updateAAD(associated);
    }

    /** Seals {@code plain}, a whole frame, into {@code slot}. */
    void seal(int second, ByteBuffer plain, ByteBuffer slot) {
        try {
            init(Cipher.ENCRYPT_MODE, second);
            cipher.doFinal(plain, slot);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    RecordedFrame open(int second, ByteBuffer slot) throws IOException {
        ByteBuffer plain = ByteBuffer.allocate(PLAIN);
        try {
            init(Cipher.DECRYPT_MODE, second);
            cipher.doFinal(slot, plain);
        } catch (AEADBadTagException e) {
            throw new IOException("second " + second + " of the recording was altered", e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return read(plain.flip());
    }

    /** The laws' byte has the count of withheld ticks above its two lowest bits; the next one their first, after 2. */
    static void write(ByteBuffer plain, int samples, Law left, Law right, boolean lost, Withheld withheld) {
        plain.putShort((short) samples)
                .put((byte) ((withheld.ticks() << 2) | (code(left) << 1) | code(right)))
                .put((byte) (lost ? 1 : withheld.any() ? 2 + withheld.firstTick() : 0));
    }

    private static RecordedFrame read(ByteBuffer plain) {
        int samples = plain.getShort();
        byte laws = plain.get();
        int mark = plain.get();
        Withheld withheld = Withheld.ofTicks(Math.max(0, mark - 2), mark < 2 ? 0 : (laws & 0xFF) >> 2);
        byte[] left = new byte[RecordedFrame.WHOLE];
        byte[] right = new byte[RecordedFrame.WHOLE];
        plain.get(left).get(right);
        return new RecordedFrame(samples, law((laws >> 1) & 1), left, law(laws & 1), right, mark == 1, withheld);
    }

    private static int code(Law law) {
        return law == Law.ULAW ? 0 : 1;
    }

    private static Law law(int code) {
        return code == 0 ? Law.ULAW : Law.ALAW;
    }
}
