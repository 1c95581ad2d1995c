// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Writes one recording as it goes: each second is sealed and handed to the system in one piece, so that a process that
 * is killed loses at most the second under way. Used by one thread at a time.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];

    private final FileChannel file;
    private final FrameCipher cipher;
    private final MessageDigest digest;
    private final ByteBuffer plain = ByteBuffer.allocate(FrameCipher.PLAIN);
    private final ByteBuffer slot = ByteBuffer.allocate(FrameCipher.SLOT);
    private int next;
    private boolean whole = true;

    RecordingWriter(FileChannel file, FrameCipher cipher, MessageDigest digest) {
        this.file = file;
        this.cipher = cipher;
        this.digest = digest;
    }

    /**
     * Writes a second. Seconds that were left out before it are written as lost.
     *
     * @param second its number, from 0, greater than the last one's
     * @param samples how many samples each side has, at most 8,000
     * @param leftLaw how the customer's side is read
     * @param left the customer's side
     * @param rightLaw how the agent's side is read
     * @param right the agent's side
     * @throws IOException if the disk does not take it
     */
    public void write(int second, int samples, Law leftLaw, ByteBuffer left, Law rightLaw, ByteBuffer right)
            throws IOException {
        write(second, samples, leftLaw, left, rightLaw, right, Withheld.NOTHING);
    }

    /**
     * Writes a second of which a part was not to be kept.
     *
     * @param second its number, from 0, greater than the last one's
     * @param samples how many samples each side has, at most 8,000
     * @param leftLaw how the customer's side is read
     * @param left the customer's side
     * @param rightLaw how the agent's side is read
     * @param right the agent's side
     * @param withheld which part; both sides are silent there already
     * @throws IOException if the disk does not take it
     */
    public void write(
            int second, int samples, Law leftLaw, ByteBuffer left, Law rightLaw, ByteBuffer right, Withheld withheld)
            throws IOException {
        if (second < next || samples > RecordedFrame.WHOLE) {
            throw new IllegalArgumentException("second " + second + " after " + (next - 1) + ", samples " + samples);
        }
        while (next < second) {
            whole = false;
            FrameCipher.write(plain.clear(), RecordedFrame.WHOLE, leftLaw, rightLaw, true, Withheld.NOTHING);
            frame(leftLaw, ByteBuffer.wrap(NOTHING), rightLaw, ByteBuffer.wrap(NOTHING));
        }
        FrameCipher.write(plain.clear(), samples, leftLaw, rightLaw, false, withheld);
        frame(leftLaw, left, rightLaw, right);
    }

    private void frame(Law leftLaw, ByteBuffer left, Law rightLaw, ByteBuffer right) throws IOException {
        side(left, leftLaw);
        side(right, rightLaw);
        cipher.seal(next, plain.flip(), slot.clear());
        slot.flip();
        digest.update(slot.duplicate());
        while (slot.hasRemaining()) {
            file.write(slot);
        }
        next++;
    }

    private void side(ByteBuffer sound, Law law) {
        int end = plain.position() + RecordedFrame.WHOLE;
        plain.put(sound);
        while (plain.position() < end) {
            plain.put(law.silence());
        }
    }

    /** Some sound that should have come will not. */
    public void lost() {
        whole = false;
    }

    /**
     * Forces everything to disk and closes the file.
     *
     * @return what it holds
     * @throws IOException if the disk does not take it
     */
    public Finished finish() throws IOException {
        try (file) {
            file.force(true);
            return new Finished(next, HexFormat.of().formatHex(digest.digest()), whole);
        }
    }

    /** Closes the file as it is. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * A closed recording.
     *
     * @param seconds how much it holds, rounded up
     * @param head hex SHA-256 of the sealed file
     * @param whole whether nothing is known to be missing
     */
    public record Finished(int seconds, String head, boolean whole) {}
}
