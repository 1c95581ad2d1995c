// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the legs of one call meet. Lives on one media thread. Every method is safe for any thread and returns at once:
 * what it asks for happens on the media thread within a tick (20 ms), in the order of the calls to this bridge and its
 * legs. After {@link #close} further calls do nothing.
 */
@ProviderType
public interface Bridge extends AutoCloseable {
    /**
     * Adds a leg: binds an even RTP port and the odd RTCP port above it, here and now, on the caller's thread. It hears
     * nobody, sends nothing and takes nothing until {@link Leg#remote} is called.
     *
     * @param side whose side it speaks for
     * @return the leg
     * @throws NoPortLeftException if the range is used up
     * @throws IllegalStateException if the bridge is closed
     */
    Leg leg(Side side) throws NoPortLeftException;

    /**
     * Records from now on, in two channels: what all customers' legs say, mixed, and what all staff's legs say, mixed.
     * Prompts are not recorded; who is muted is not recorded. A running recording is stopped first.
     *
     * @param sink takes the seconds
     */
    void record(RecordingSink sink);

    /** Ends the recording: the last, shorter second is handed over, then {@link RecordingSink#closed}. */
    void stopRecording();

    /** Closes the legs (RTCP BYE, ports freed) and ends the recording. */
    @Override
    void close();
}
