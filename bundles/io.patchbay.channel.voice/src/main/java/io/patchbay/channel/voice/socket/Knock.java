// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import io.patchbay.channel.voice.socket.SocketTally.Reason;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a socket (RFC 6455, 4.2.1).
 *
 * @param upgrade whether it asks for a WebSocket at all
 * @param origin of the page; empty for a client that is no page
 * @param host as the client addressed us; empty if it says none
 * @param protocols values of {@code Sec-WebSocket-Protocol}
 */
record Knock(boolean upgrade, Optional<String> origin, Optional<String> host, List<String> protocols) {
    /** The subprotocol (RFC 7118, 4). */
    static final String SIP = "sip";

    /**
     * Why it is turned away.
     *
     * @param status of HTTP
     * @param words what to do about it
     * @param reason for the figures
     */
    record Turned(int status, String words, Reason reason) {}

    /** Empty if it may come in: our own pages, those configured, and clients that are no page at all. */
    Optional<Turned> turned(Set<String> allowedOrigins) {
        if (!upgrade) {
            return Optional.of(new Turned(426, "Open this address as a WebSocket: SIP, RFC 7118.", Reason.PROTOCOL));
        } else if (!welcome(allowedOrigins)) {
            return Optional.of(new Turned(
                    403,
                    "Pages of " + origin.get() + " may not telephone here; add it to allowedOrigins in"
                            + " io.patchbay.channel.voice.cfg.",
                    Reason.ORIGIN));
        } else if (!offersSip()) {
            return Optional.of(
                    new Turned(400, "Sec-WebSocket-Protocol must have sip but is " + protocols + ".", Reason.PROTOCOL));
        }
        return Optional.empty();
    }

    private boolean welcome(Set<String> allowed) {
        if (origin.isEmpty() || allowed.contains(origin.get())) {
            return true;
        }
        try {
            String authority = URI.create(origin.get()).getAuthority();
            return authority != null && host.filter(authority::equalsIgnoreCase).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean offersSip() {
        return protocols.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(one -> one.strip().equalsIgnoreCase(SIP));
    }
}
