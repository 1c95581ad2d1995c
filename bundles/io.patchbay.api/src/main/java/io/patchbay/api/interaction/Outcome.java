// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import java.util.Locale;

/** How an interaction ended; the lower-case name is the one on the wire. */
public enum Outcome {
    /** An agent had it. */
    HANDLED,
    /** The customer left before an agent had it. */
    ABANDONED,
    /** Patchbay turned it away. */
    REFUSED,
    /** It broke. */
    FAILED,
    /** We called and nobody came. */
    UNREACHED;

    /**
     * The name on the wire.
     *
     * @return lower-case name
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
