// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What stands between the socket of one leg and its packets where these are secured and RTP and RTCP share one port
 * (RFC 5761, RFC 5764): it knows with whom to talk, opens what comes, seals what goes, and sends what it needs for that
 * itself. One object serves one leg. Called by the leg's media thread only; {@link #open} and {@link #seal} are its
 * tick and must neither block nor allocate for packets of the call.
 */
@ConsumerType
public interface SecuredPath {
    /** What a datagram is. */
    enum Content {
        /** A packet of sound or keys. */
        RTP,
        /** A report (RFC 3550, 6). */
        RTCP,
        /** Nothing for the leg: the path's own, or a stranger's. */
        NOTHING
    }

    /** Sends on the leg's socket. Safe for any thread; what cannot be sent is dropped. */
    @FunctionalInterface
    interface Outlet {
        /**
         * Sends one datagram, as it is.
         *
         * @param datagram from its position to its limit
         * @param to where it goes
         */
        void send(ByteBuffer datagram, InetSocketAddress to);
    }

    /**
     * The leg uses it from now on.
     *
     * @param outlet the leg's socket; still called after {@link #ends} it does nothing
     */
    void begins(Outlet outlet);

    /**
     * Takes a datagram, from whomever.
     *
     * @param datagram from 0 to its limit; afterwards the clear packet, from 0 to its limit, unless it was nothing
     * @param from who sent it
     * @return what it is
     */
    Content open(ByteBuffer datagram, InetSocketAddress from);

    /**
     * Makes a packet safe to be sent.
     *
     * @param packet from 0 to its limit; afterwards the sealed one, from 0 to its limit; its capacity has room for 32
     *     bytes more
     * @param content RTP or RTCP
     * @return false if there are no keys yet: it is not sent
     */
    boolean seal(ByteBuffer packet, Content content);

    /**
     * Where packets go now.
     *
     * @return empty until it is known; the same object as long as it stays
     */
    Optional<InetSocketAddress> peer();

    /** The leg ended, or agreed on another path. */
    void ends();
}
