// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.message;

import java.util.Locale;
import java.util.Optional;

/** How a SIP message travels. */
public enum Transport {
    /** Datagrams; requests and their answers are repeated. */
    UDP,
    /** A stream. */
    TCP,
    /** A stream in TLS 1.2. */
    TLS,
    /** A WebSocket (RFC 7118), which only the other side can open. */
    WS,
    /** A WebSocket in TLS. */
    WSS;

    /**
     * Whether it is a WebSocket: then everything goes by the socket that the other side has opened, and nowhere else.
     *
     * @return true for {@link #WS} and {@link #WSS}
     */
    public boolean socket() {
        return this == WS || this == WSS;
    }

    /**
     * Whether nothing needs to be repeated.
     *
     * @return true for streams (RFC 3261, 17.1.1.2)
     */
    public boolean reliable() {
        return this != UDP;
    }

    /**
     * The word in Via.
     *
     * @return in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The word in the {@code transport} parameter of a URI, where both WebSockets are {@code ws} (RFC 7118, 5.2).
     *
     * @return in lower case
     */
    public String uriWord() {
        return socket() ? WS.word() : word();
    }

    /**
     * The transport of that word.
     *
     * @param word in any case; may be null, as a missing parameter is
     * @return empty if it is none of ours
     */
    public static Optional<Transport> of(String word) {
        for (Transport transport : values()) {
            if (transport.name().equalsIgnoreCase(word)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }
}
