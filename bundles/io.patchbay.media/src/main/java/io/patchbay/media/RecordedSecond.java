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
