// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A sealed file being read, chunk by chunk: what comes out was checked before. */
final class OpenedContent extends InputStream {
    private static final int SLOT = ChunkCipher.CHUNK + ChunkCipher.TAG;

    private final InputStream sealed;
    private final ChunkCipher cipher;
    private byte[] ahead;
    private byte[] plain = new byte[0];
    private int at;
    private long number;
    private boolean ended;

    OpenedContent(InputStream sealed, ChunkCipher cipher) throws IOException {
        this.sealed = sealed;
        this.cipher = cipher;
        ahead = sealed.readNBytes(SLOT);
    }

    private boolean more() throws IOException {
        while (at == plain.length) {
            if (ended) {
                return false;
            }
            byte[] slot = ahead;
            ahead = slot.length < SLOT ? new byte[0] : sealed.readNBytes(SLOT);
            ended = ahead.length == 0;
            plain = cipher.open(number++, slot, slot.length, ended);
            at = 0;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return more() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        } else if (!more()) {
            return -1;
        }
        int taken = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, target, offset, taken);
        at += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
