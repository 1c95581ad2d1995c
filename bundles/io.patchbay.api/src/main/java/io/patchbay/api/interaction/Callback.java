// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.address.Address;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that a customer asked for and keeps his place for.
 *
 * @param phase how far it is
 * @param number where he is called; empty if erased
 * @param attempts calls made so far
 * @param due when it may be offered to an agent; in the past for his turn
 */
public record Callback(Phase phase, Optional<Address> number, int attempts, Optional<Instant> due) {
    public Callback {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(due, "due");
    }

    /** How far a callback is; the lower-case name is the one on the wire. */
    public enum Phase {
        /** In the line, or resting until it is due. */
        WAITING,
        /** An agent is there, the customer's phone rings. */
        DIALLING,
        /** They talk. */
        TALKING,
        /** No call follows any more. */
        OVER;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whether it waits for its time rather than for an agent.
     *
     * @param now the moment
     * @return true if it is not offered to anybody now
     */
    public boolean rests(Instant now) {
        return phase == Phase.WAITING && due.filter(now::isBefore).isPresent();
    }
}
