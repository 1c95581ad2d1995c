// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
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
 * @param guest the contacts of others in which he is, or is asked in, oldest first
 * @param taken the last call that rang at his desk and that somebody else took; empty once something rings anew
 * @param missed the colleague whom he called and who did not come; empty once something rings anew
 */
public record AgentDesk(
        AgentState state,
        List<Offer> offers,
        List<OpenAssignment> assignments,
        List<Participation> guest,
        Optional<Taken> taken,
        Optional<Missed> missed) {
    public AgentDesk {
        Objects.requireNonNull(missed, "missed");
        Objects.requireNonNull(taken, "taken");
        Objects.requireNonNull(state, "state");
        offers = List.copyOf(offers);
        assignments = List.copyOf(assignments);
        guest = List.copyOf(guest);
    }

    /**
     * A desk of somebody who is nobody's guest.
     *
     * @param state the agent
     * @param offers what rings
     * @param assignments what he works on
     */
    public AgentDesk(AgentState state, List<Offer> offers, List<OpenAssignment> assignments) {
        this(state, offers, assignments, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Somebody else took a call that rang at his desk.
     *
     * @param interaction the call
     * @param by the colleague who picked it up, or the supervisor who intercepted it
     * @param why what the supervisor said; empty of a colleague
     */
    public record Taken(InteractionId interaction, AgentId by, String why) {}

    /**
     * A colleague's contact in which he is, or is asked in.
     *
     * @param interaction the contact
     * @param role what he is there
     * @param manner how; ringing until he answers
     * @param by who asked him in; empty if he came by himself
     * @param note what he was told, may be empty
     * @param calls whether it takes his telephone
     */
    public record Participation(
            InteractionId interaction, Role role, Manner manner, Optional<AgentId> by, String note, boolean calls) {
        /** Hides the note. */
        @Override
        public String toString() {
            return "Participation[" + interaction + ", " + role + ", " + manner + "]";
        }
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
     * @param interrupted whether it stands still while something more urgent is with him
     * @param askedSeconds how much more time to wrap up he has asked a supervisor for, in seconds; 0 for none
     * @param missed whom he called in last, if that one did not come
     */
    public record OpenAssignment(
            InteractionId interaction,
            Phase phase,
            Instant since,
            Optional<Instant> endsAt,
            boolean interrupted,
            int askedSeconds,
            Optional<Missed> missed) {
        /**
         * One who has called nobody in vain.
         *
         * @param interaction the contact
         * @param phase what he does with it
         * @param since when the phase began
         * @param endsAt when Patchbay ends a wrap-up by itself; empty in other phases
         * @param interrupted whether it stands still while something more urgent is with him
         * @param askedSeconds how much more time to wrap up he has asked a supervisor for; 0 for none
         */
        public OpenAssignment(
                InteractionId interaction,
                Phase phase,
                Instant since,
                Optional<Instant> endsAt,
                boolean interrupted,
                int askedSeconds) {
            this(interaction, phase, since, endsAt, interrupted, askedSeconds, Optional.empty());
        }

        /**
         * One without a wish.
         *
         * @param interaction the contact
         * @param phase what he does with it
         * @param since when the phase began
         * @param endsAt when Patchbay ends a wrap-up by itself; empty in other phases
         * @param interrupted whether it stands still while something more urgent is with him
         */
        public OpenAssignment(
                InteractionId interaction, Phase phase, Instant since, Optional<Instant> endsAt, boolean interrupted) {
            this(interaction, phase, since, endsAt, interrupted, 0);
        }

        /**
         * One that goes on.
         *
         * @param interaction the contact
         * @param phase what he does with it
         * @param since when the phase began
         * @param endsAt when Patchbay ends a wrap-up by itself; empty in other phases
         */
        public OpenAssignment(InteractionId interaction, Phase phase, Instant since, Optional<Instant> endsAt) {
            this(interaction, phase, since, endsAt, false);
        }
    }

    /**
     * Somebody who was called in and did not come; the customer is back.
     *
     * @param party who
     * @param cause {@code busy}, {@code declined}, {@code no-answer}, {@code unreachable}, {@code wrong-number},
     *     {@code no-line}
     */
    public record Missed(PartyId party, String cause) {}

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
