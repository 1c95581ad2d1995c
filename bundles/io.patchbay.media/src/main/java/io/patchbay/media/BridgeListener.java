// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens on a bridge. Called on the bridge's media thread: return at once, never block; calling the bridge
 * and its legs is fine. What it throws is logged and costs nothing else.
 */
@ConsumerType
public interface BridgeListener {
    /**
     * A key was pressed (RFC 4733). Told once for each press, when it ends.
     *
     * @param leg whose
     * @param digit {@code 0-9 * # A-D}
     * @param held how long it was held
     */
    default void digit(Leg leg, char digit, Duration held) {}

    /**
     * A list was played to its end.
     *
     * @param leg to whom
     * @param list the very list that was given to {@link Leg#play}
     */
    default void played(Leg leg, Playlist list) {}

    /**
     * The first agreed packet since {@link Leg#remote}, or since {@link #silent}, arrived.
     *
     * @param leg whose
     */
    default void flowing(Leg leg) {}

    /**
     * Neither RTP nor RTCP came for {@link MediaSettings#deadAfter}: the call is dead. Told once, then again only after
     * packets flowed. Not told of a leg that was agreed not to receive.
     *
     * @param leg whose
     */
    default void silent(Leg leg) {}

    /** {@link Bridge#withhold} came to its limit and ended by itself. */
    default void released() {}

    /**
     * A leg was closed because its sockets failed (an address they cannot talk with, no route) or by a fault of ours;
     * the others go on.
     *
     * @param leg which
     * @param why what it threw
     */
    default void failed(Leg leg, Throwable why) {}
}
