// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** One stretch of recorded sound: 8 kHz, two channels, kept by the second. Safe for any thread. */
interface Track {
    /** When its first sample was said. */
    Instant began();

    /** How many samples a channel has; fixed when it was found, also while more is being recorded. */
    long samples();

    /** What of it is silent because it was lost or withheld, in samples from its first, in order; they do not touch. */
    List<Silence> silences();

    /** Opens it for reading. */
    Reel open() throws IOException;

    /** An open track. Of one thread. */
    interface Reel extends Closeable {
        /**
         * One second of sound.
         *
         * @param index from 0
         * @return left and right sample in turn, 16 bit little endian; shorter at the end, empty if it was lost
         */
        byte[] second(int index) throws IOException;
    }
}
