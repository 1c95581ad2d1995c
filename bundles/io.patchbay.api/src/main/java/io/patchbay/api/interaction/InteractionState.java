// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import java.util.Locale;

/** Where an interaction is on its way; the lower-case name is the one on the wire. */
public enum InteractionState {
    /** Before the queue: who is it, hours, menus. */
    TREATING,
    /** In a queue. */
    WAITING,
    /** Ringing at a desk; keeps its place in the queue. */
    OFFERED,
    /** With an agent. */
    CONNECTED,
    /** With an agent who waits for the customer. */
    PARKED,
    /** The remote side is gone, an agent's wrap-up is open. */
    WRAPUP,
    /** Ended. */
    CLOSED;

    /**
     * The name on the wire.
     *
     * @return lower-case name
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
