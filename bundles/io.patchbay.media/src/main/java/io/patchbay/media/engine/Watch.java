// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells between two ticks which sockets have something to read. Of one media thread; without sockets it costs nothing.
 */
final class Watch {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private Optional<Selector> selector = Optional.empty();
    private int sockets;
    /** Some were removed: until they are swept out, the system keeps them open even if they are closed. */
    private boolean removed;

    /** Runs {@code come} whenever there is something to read; {@code come} must not throw. */
    void add(DatagramChannel channel, Runnable come) {
        sockets++;
        try {
            if (selector.isEmpty()) {
                selector = Optional.of(Selector.open());
            }
            sweep();
            channel.register(selector.get(), SelectionKey.OP_READ, come);
        } catch (IOException e) {
            log.warn("A socket of voice is read at ticks alone: {}", e.toString());
        }
    }

    /** Of one that was added. */
    void remove(DatagramChannel channel) {
        sockets--;
        selector.map(channel::keyFor).ifPresent(SelectionKey::cancel);
        removed = true;
    }

    boolean isIdle() {
        return sockets == 0;
    }

    void look() {
        select(Watch::come);
        sweep();
    }

    /** Lets go of what was removed; not while it looks. */
    void sweep() {
        if (removed) {
            removed = false;
            select(Watch::leave);
        }
    }

    private static void come(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    /** It is read in its own time. */
    private static void leave(SelectionKey key) {
        log.trace("{} has something to read", key);
    }

    private void select(Consumer<SelectionKey> action) {
        try {
            if (selector.isPresent()) {
                selector.get().selectNow(action);
            }
        } catch (IOException e) {
            log.error("The sockets of voice are read at ticks alone from now on", e);
            close();
        }
    }

    void close() {
        try {
            if (selector.isPresent()) {
                selector.get().close();
            }
        } catch (IOException e) {
            log.debug("A selector is closed", e);
        }
        selector = Optional.empty();
    }
}
