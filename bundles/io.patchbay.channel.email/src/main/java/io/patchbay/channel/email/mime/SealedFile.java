// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A temporary file under a key that exists only in memory (AES-256 in counter mode, so that any range can be read); the
 * file system forgets its name at once.
 */
final class SealedFile implements Closeable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BLOCK = 16;
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final SecretKeySpec key;
    private final Cipher writer;
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);
    private long written;

    private SealedFile(FileChannel channel) {
        this.channel = channel;
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        key = new SecretKeySpec(secret, "AES");
        writer = cipherAt(0);
    }

    static SealedFile create() throws IOException {
        Path file = Files.createTempFile("mail", ".spool");
        return new SealedFile(FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    private Cipher cipherAt(long block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter =
                    ByteBuffer.allocate(BLOCK).putLong(Long.BYTES, block).array();
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] sealed = writer.update(bytes, offset, length);
        if (sealed == null) {
            return;
        }
        for (int done = 0; done < sealed.length; ) {
            int step = Math.min(pending.remaining(), sealed.length - done);
            pending.put(sealed, done, step);
            done += step;
            if (!pending.hasRemaining()) {
                flush();
            }
        }
    }

    void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            written += channel.write(pending, written);
        }
        pending.clear();
    }

    InputStream open(long from, long to) {
        return new Range(from, to);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Range extends InputStream {
        private final Cipher cipher;
        private final long to;
        private long at;

        Range(long from, long to) {
            this.to = to;
            at = from;
            cipher = cipherAt(from / BLOCK);
            int skipped = (int) (from % BLOCK);
            if (skipped > 0) {
                cipher.update(new byte[skipped]);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int wanted = (int) Math.min(length, to - at);
            if (wanted <= 0) {
                return -1;
            }
            int count = channel.read(ByteBuffer.wrap(bytes, offset, wanted), at);
            if (count < 0) {
                return -1;
            }
            byte[] clear = cipher.update(bytes, offset, count);
            System.arraycopy(clear, 0, bytes, offset, count);
            at += count;
            return count;
        }
    }
}
