// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.message;

import java.util.Objects;

/**
 * The other end of the wire: where a message came from, or where one shall go.
 *
 * @param host an address as digits (IPv6 without brackets); of a destination also a name, which is then resolved off
 *     the receiving threads
 * @param port 1 to 65535
 * @param transport how
 */
public record Peer(String host, int port, Transport transport) {
    /** Checks the range of the port. */
    public Peer {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(transport, "transport");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be 1 to 65535 but is " + port);
        }
    }

    @Override
    public String toString() {
        return transport.word() + ":" + host + ":" + port;
    }
}
