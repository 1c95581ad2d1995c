// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes a recording, second by second, as it is made. Called on a recorder thread of the engine, never on a media
 * thread, never by two threads at a time; it may wait for a disk a little. {@link #closed} or {@link #failed} is the
 * last call.
 */
@ConsumerType
public interface RecordingSink {
    /**
     * One more second.
     *
     * @param second its audio; reused after return, copy or write it here
     * @throws IOException if it cannot be kept; {@link #failed} is called and the recording ends
     */
    void second(RecordedSecond second) throws IOException;

    /**
     * Seconds were lost because the sink was too slow for {@link MediaSettings#recorderBacklog}. Told in order, before
     * the next second.
     *
     * @param seconds how many, at least 1
     */
    void lost(int seconds);

    /** The recording is complete. */
    void closed();

    /**
     * {@link #second} or {@link #lost} threw; nothing more comes.
     *
     * @param why what it threw
     */
    void failed(IOException why);
}
