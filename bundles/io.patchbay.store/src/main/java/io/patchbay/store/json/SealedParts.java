// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.json;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Cipher texts of one line in one binary column: for each part the owner (38 bytes), the hash (32), the length of the
 * cipher text (4, big-endian) and the cipher text.
 */
public final class SealedParts {
    private static final int OWNER = 38;
    private static final int HASH = 32;

    private SealedParts() {}

    /**
     * Writes parts.
     *
     * @param parts what a body's sealing gave
     * @return no bytes for no parts
     */
    public static byte[] encode(List<SealedPart> parts) {
        int size = 0;
        for (SealedPart part : parts) {
            size += OWNER + HASH + Integer.BYTES + part.cipher().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        for (SealedPart part : parts) {
            out.put(part.owner().text().getBytes(StandardCharsets.US_ASCII));
            out.put(HexFormat.of().parseHex(part.sha256()));
            out.putInt(part.cipher().length).put(part.cipher());
        }
        return out.array();
    }

    /**
     * Reads what {@link #encode} gave.
     *
     * @param bytes the column
     * @return the parts
     * @throws IllegalArgumentException if the bytes are none
     */
    public static List<SealedPart> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<SealedPart> parts = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                ContentOwner owner = ContentOwner.parse(new String(take(in, OWNER), StandardCharsets.US_ASCII));
                String hash = HexFormat.of().formatHex(take(in, HASH));
                parts.add(new SealedPart(owner, take(in, in.getInt()), hash));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("sealed column ends too early: " + bytes.length + " bytes", e);
        }
        return parts;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
