// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a recording second by second, also one that is still being written. Used by one thread at a time. */
public final class RecordingReader implements AutoCloseable {
    private final FileChannel file;
    private final RecordingHeader header;
    private final FrameCipher cipher;

    RecordingReader(FileChannel file, RecordingHeader header, FrameCipher cipher) {
        this.file = file;
        this.header = header;
        this.cipher = cipher;
    }

    /**
     * How much there is now; a piece that a hard stop cut off does not count.
     *
     * @return seconds, the last perhaps shorter
     * @throws IOException if the disk fails
     */
    public int seconds() throws IOException {
        return (int) Math.max(0, (file.size() - header.size()) / FrameCipher.SLOT);
    }

    /**
     * How much lies behind the last whole second: the piece that is being written, or that a hard stop cut off.
     *
     * @return bytes, fewer than a second has
     * @throws IOException if the disk fails
     */
    public int torn() throws IOException {
        return (int) (Math.max(0, file.size() - header.size()) % FrameCipher.SLOT);
    }

    /**
     * Opens a second.
     *
     * @param second from 0
     * @return its sound
     * @throws IOException if the disk fails, the second is not there, or it was altered
     */
    public RecordedFrame second(int second) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(FrameCipher.SLOT);
        long at = header.size() + (long) second * FrameCipher.SLOT;
        while (slot.hasRemaining()) {
            int read = file.read(slot, at + slot.position());
            if (read < 0) {
                throw new EOFException("the recording has no second " + second);
            }
        }
        return cipher.open(second, slot.flip());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
