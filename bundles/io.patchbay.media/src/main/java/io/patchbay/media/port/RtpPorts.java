// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.port;

import io.patchbay.media.NoPortLeftException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The range of ports: each pair is used again as late as possible. Safe for any thread. */
public final class RtpPorts {
    private final InetAddress address;
    private final String range;
    private final int pairs;
    private final Queue<Integer> free = new ArrayDeque<>();

    public RtpPorts(InetAddress address, int first, int last) {
        this.address = address;
        range = first + "-" + last;
        for (int port = first + (first & 1); port < last; port += 2) {
            free.add(port);
        }
        pairs = free.size();
    }

    /** Binds the pair that was free longest; passes over those that another program holds. */
    public PortPair open() throws NoPortLeftException {
        for (int tries = free(); tries > 0; tries--) {
            Optional<Integer> port = take();
            if (port.isPresent()) {
                Optional<PortPair> pair = bind(port.get());
                if (pair.isPresent()) {
                    return pair.get();
                }
            }
        }
        throw new NoPortLeftException("no RTP port left: of the " + pairs + " pairs in " + range + " on "
                + address.getHostAddress() + " " + (pairs - free()) + " are in use here, the others elsewhere");
    }

    private Optional<PortPair> bind(int port) throws NoPortLeftException {
        try {
            return Optional.of(PortPair.bind(address, port));
        } catch (BindException elsewhere) {
            give(port);
            return Optional.empty();
        } catch (IOException refused) {
            give(port);
            throw new NoPortLeftException("no RTP port left: " + port + " of " + range + " refused: " + refused);
        }
    }

    public void close(PortPair pair) {
        try {
            pair.close();
        } finally {
            give(pair.port());
        }
    }

    private Optional<Integer> take() {
        synchronized (free) {
            return Optional.ofNullable(free.poll());
        }
    }

    private void give(int port) {
        synchronized (free) {
            free.add(port);
        }
    }

    public int free() {
        synchronized (free) {
            return free.size();
        }
    }
}
