// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import io.patchbay.api.id.InteractionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What lies on one agent's desk now.
 *
 * @param state the agent
 * @param offers what rings, oldest first
 * @param assignments what he works on, oldest first: active, parked and wrap-up
 */
public record AgentDesk(AgentState state, List<Offer> offers, List<OpenAssignment> assignments) {
    public AgentDesk {
        Objects.requireNonNull(state, "state");
        offers = List.copyOf(offers);
        assignments = List.copyOf(assignments);
    }

    /**
     * A contact that rings at the desk.
     *
     * @param interaction the contact
     * @param offeredAt since when
     * @param expiresAt when it goes back to its place in the queue
     */
    public record Offer(InteractionId interaction, Instant offeredAt, Instant expiresAt) {}

    /**
     * A contact he works on.
     *
     * @param interaction the contact
     * @param phase what he does with it
     * @param since when the phase began
     * @param endsAt when Patchbay ends a wrap-up by itself; empty in other phases
     */
    public record OpenAssignment(InteractionId interaction, Phase phase, Instant since, Optional<Instant> endsAt) {}

    /** What an agent does with a contact he has accepted. */
    public enum Phase {
        /** Talking or writing; uses capacity. */
        ACTIVE,
        /** Waiting for the customer; uses no capacity. */
        PARKED,
        /** The remote side is gone; code and notes are due. */
        WRAP_UP;

        /**
         * The name on the wire.
         *
         * @return {@code active}, {@code parked} or {@code wrapup}
         */
        public String wire() {
            return this == WRAP_UP ? "wrapup" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
