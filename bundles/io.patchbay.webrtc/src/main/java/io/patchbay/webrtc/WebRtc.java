// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.webrtc.dtls.Handshakes;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Sound with browsers: our certificate, made anew at each start, and what handshakes run on. Made with {@code new};
 * safe for any thread.
 */
public final class WebRtc implements AutoCloseable {
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();
    private final Handshakes handshakes = new Handshakes(random, HANDSHAKE);

    /** Makes the certificate. */
    public WebRtc() {}

    /**
     * A path for one leg to one browser.
     *
     * @param events hears what becomes of it
     * @return without a peer yet
     */
    public BrowserPath path(BrowserPath.Events events) {
        return new BrowserPath(handshakes, random, events);
    }

    /** Handshakes that run are given up; paths with keys go on. */
    @Override
    public void close() {
        handshakes.close();
    }
}
