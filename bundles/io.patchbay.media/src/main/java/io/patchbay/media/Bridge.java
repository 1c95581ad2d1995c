// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.time.Duration;
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

    /**
     * Secludes what customers say: while it is so, no leg hears a customers' leg, and both channels of the recording
     * are silent and marked ({@link RecordedSecond#withheld}); its time goes on. Prompts, keys told to the listener and
     * what staff say to customers go on. A customers' leg that is added meanwhile is secluded too. Asked again, the
     * limit begins anew.
     *
     * @param atMost after how long it ends by itself ({@link BridgeListener#released}), whatever became of who asked;
     *     counted in ticks of 20 ms, at least one
     */
    void withhold(Duration atMost);

    /**
     * Ends the seclusion 200 ms from now: what customers said until now and is still on its way here, as the sound of
     * the key that was pressed last, is never heard.
     */
    void release();

    /**
     * Another takes the running recording from now on: not one second is lost, cut or told twice. Unlike the others,
     * this happens here and now; a call of the sink before that runs ends first.
     *
     * @param next takes the seconds that come, and the end
     * @return false if none runs, or it came to its end before: then {@code next} is not called
     */
    boolean recordInto(RecordingSink next);

    /**
     * Another hears what happens on this bridge from now on, here and now.
     *
     * @param next instead of the one before
     */
    void listener(BridgeListener next);

    /** Ends the recording: the last, shorter second is handed over, then {@link RecordingSink#closed}. */
    void stopRecording();

    /** Closes the legs (RTCP BYE, ports freed) and ends the recording. */
    @Override
    void close();
}
