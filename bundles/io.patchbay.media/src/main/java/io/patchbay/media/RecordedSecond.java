// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/** One second of a recording in two channels. Valid only during {@link RecordingSink#second}. */
@ProviderType
public interface RecordedSecond {
    /**
     * Which second since the start of the recording; counts lost ones.
     *
     * @return 0 for the first
     */
    long index();

    /**
     * Samples, and so bytes, in each channel.
     *
     * @return 8,000; the last second of a recording may have fewer, a multiple of 160
     */
    int samples();

    /**
     * The part of it that was withheld ({@link Bridge#withhold}): silent in both channels.
     *
     * @return first sample and the one behind the last, both multiples of 160; equal if nothing was withheld
     */
    default Withheld withheld() {
        return Withheld.NOTHING;
    }

    /**
     * A stretch of a second; several in one second count as one from the first to the last.
     *
     * @param from its first sample
     * @param to the sample behind its last
     */
    record Withheld(int from, int to) {
        /** No stretch. */
        public static final Withheld NOTHING = new Withheld(0, 0);

        /**
         * Whether there is any.
         *
         * @return true if something was withheld
         */
        public boolean any() {
            return to > from;
        }
    }

    /**
     * The law of a channel in this second; it may differ between the channels and change from one second to the next.
     *
     * @param side the channel
     * @return its law
     */
    G711 law(Side side);

    /**
     * What this side said.
     *
     * @param side the channel
     * @return {@link #samples} bytes from position to limit, read only
     */
    ByteBuffer audio(Side side);
}
