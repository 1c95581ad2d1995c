// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The head of a file: whose recording it is and its key, sealed under that owner's. Magic, owner's id, length and bytes
 * of the sealed key.
 */
record RecordingHeader(SealedPart key) {
    private static final int MAGIC = 0x50425231; // PBR1
    private static final int FIXED = 4 + 16 + 2;
    private static final int LONGEST_KEY = 512;

    int size() {
        return FIXED + key.cipher().length;
    }

    ByteBuffer bytes() {
        UUID owner = key.owner().id();
        return ByteBuffer.allocate(size())
                .putInt(MAGIC)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .putShort((short) key.cipher().length)
                .put(key.cipher())
                .flip();
    }

    static RecordingHeader read(FileChannel file) throws IOException {
        ByteBuffer fixed = fill(file, ByteBuffer.allocate(FIXED), 0);
        if (fixed.getInt() != MAGIC) {
            throw new IOException("not a recording");
        }
        UUID owner = new UUID(fixed.getLong(), fixed.getLong());
        int length = fixed.getShort();
        if (length < 1 || length > LONGEST_KEY) {
            throw new IOException("a recording's key cannot have " + length + " bytes");
        }
        byte[] cipher = fill(file, ByteBuffer.allocate(length), FIXED).array();
        return new RecordingHeader(new SealedPart(
                new ContentOwner(ContentOwner.Kind.INTERACTION, owner),
                cipher,
                HexFormat.of().formatHex(sha256().digest(cipher))));
    }

    private static ByteBuffer fill(FileChannel file, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("the recording has no whole head");
            }
        }
        return buffer.flip();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
