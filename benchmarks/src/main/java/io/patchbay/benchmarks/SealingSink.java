// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import io.patchbay.media.RecordedSecond;
import io.patchbay.media.RecordingSink;
import io.patchbay.media.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals each second with AES-256-GCM and appends it to a file, as recordings are kept. */
final class SealingSink implements RecordingSink {
    private static final int TAG_BITS = 128;

    private final ByteBuffer clear = ByteBuffer.allocate(16_000);
    private final ByteBuffer sealed = ByteBuffer.allocateDirect(16_000 + 64);
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final Cipher cipher;
    private final FileChannel file;

    SealingSink(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void second(RecordedSecond second) throws IOException {
        clear.clear()
                .put(second.audio(Side.CUSTOMER))
                .put(second.audio(Side.STAFF))
                .flip();
        byte[] nonce = ByteBuffer.allocate(12).putLong(second.index()).array();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            sealed.clear().put(nonce);
            cipher.doFinal(clear, sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        file.write(sealed.flip());
    }

    @Override
    public void lost(int seconds) {
        System.out.println("lost " + seconds + " s of a recording");
    }

    @Override
    public void closed() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void failed(IOException why) {
        System.out.println("a recording failed: " + why);
        closed();
    }
}
