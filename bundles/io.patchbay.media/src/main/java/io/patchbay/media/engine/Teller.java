// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.Playlist;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener; what it throws ends here and costs no call. */
final class Teller implements BridgeListener {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private volatile BridgeListener listener;

    Teller(BridgeListener listener) {
        this.listener = listener;
    }

    /** Another hears it from now on. */
    void listener(BridgeListener next) {
        listener = Objects.requireNonNull(next, "listener");
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            log.error("{} threw", listener, e);
        }
    }

    @Override
    public void digit(Leg leg, char digit, Duration held) {
        tell(() -> listener.digit(leg, digit, held));
    }

    @Override
    public void played(Leg leg, Playlist list) {
        tell(() -> listener.played(leg, list));
    }

    @Override
    public void flowing(Leg leg) {
        tell(() -> listener.flowing(leg));
    }

    @Override
    public void silent(Leg leg) {
        tell(() -> listener.silent(leg));
    }

    @Override
    public void released() {
        tell(listener::released);
    }

    @Override
    public void failed(Leg leg, Throwable why) {
        tell(() -> listener.failed(leg, why));
    }
}
