// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where sounds come from. */
public final class Sounds {
    private static final int SAMPLES_PER_MILLI = 8;
    private static final int MOST_BYTES = 16 << 20;

    private Sounds() {}

    /**
     * Reads a WAV file: 8,000 Hz, mono, 16 bit PCM, A-law or µ-law. Waits for the disk.
     *
     * @param file at most 10 minutes
     * @return the sound
     * @throws UnsupportedSoundException if it is none of these
     * @throws IOException if it cannot be read
     */
    public static Sound wav(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return wav(file.toString(), stream);
        }
    }

    /**
     * Reads a WAV file as {@link #wav(Path)} does. The stream is not closed.
     *
     * @param name of the file, for messages
     * @param stream its bytes
     * @return the sound
     * @throws UnsupportedSoundException if it is none of these
     * @throws IOException if it cannot be read
     */
    public static Sound wav(String name, InputStream stream) throws IOException {
        return new Sound(new WavFile(name, stream.readNBytes(MOST_BYTES)).samples());
    }

    /**
     * Takes samples.
     *
     * @param pcm 16 bit linear, 8,000 a second, at least 1; copied
     * @return the sound
     */
    public static Sound pcm(short[] pcm) {
        return new Sound(pcm);
    }

    /**
     * Nothing, for a while.
     *
     * @param length greater than 0
     * @return the sound
     */
    public static Sound silence(Duration length) {
        return new Sound(new short[Math.toIntExact(length.toMillis() * SAMPLES_PER_MILLI)]);
    }
}
