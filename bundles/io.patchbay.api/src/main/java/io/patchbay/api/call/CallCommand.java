// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import java.util.Objects;

/** What an agent does in the call he has: each verb is an agreement with core, and no other side's phone notices. */
public sealed interface CallCommand extends Command {
    /** Most who can be in one call, the customer and the agent included. */
    int MOST_PARTIES = 8;

    /**
     * The call meant.
     *
     * @return its interaction, connected with the actor
     */
    InteractionId interaction();

    /**
     * The customer hears music and nobody hears him.
     *
     * @param interaction the call
     */
    record Hold(InteractionId interaction) implements CallCommand {}

    /**
     * The customer is back from hold; colleagues and outsiders who talked with the agent alone are held instead.
     *
     * @param interaction the call
     */
    record Resume(InteractionId interaction) implements CallCommand {}

    /**
     * Nobody hears the actor, or all do again. Anybody of our staff in the call may mute himself.
     *
     * @param interaction the call
     * @param on whether he is muted
     */
    record Mute(InteractionId interaction, boolean on) implements CallCommand {}

    /**
     * Presses keys to those the actor talks with outside (RFC 4733).
     *
     * @param interaction the call
     * @param digits 1 to 32 of {@code 0-9 * # A-D}
     */
    record Press(InteractionId interaction, String digits) implements CallCommand {
        public Press {
            if (!digits.matches("[0-9*#A-D]{1,32}")) {
                throw new IllegalArgumentException("digits must be 1 to 32 of 0-9 * # A-D");
            }
        }

        /** Hides the digits: they may be a number that is nobody's business. */
        @Override
        public String toString() {
            return "Press[" + interaction + "]";
        }
    }

    /**
     * Calls somebody while the customer hears music. If he does not come, the customer is back at once.
     *
     * @param interaction the call
     * @param target whom
     * @param note what he is told before he answers; up to 400 characters, may be empty
     */
    record Consult(InteractionId interaction, Target target, String note) implements CallCommand {
        public Consult {
            Objects.requireNonNull(target, "target");
            if (note.length() > 400) {
                throw new IllegalArgumentException("note must have at most 400 characters but has " + note.length());
            }
        }

        /** Hides number and note. */
        @Override
        public String toString() {
            return "Consult[" + interaction + "]";
        }
    }

    /**
     * As {@link Consult}, but whoever answers has the customer at once, and the actor wraps up: a blind transfer that
     * comes back if nobody takes it.
     *
     * @param interaction the call
     * @param target whom
     * @param note what he is told before he answers; up to 400 characters, may be empty
     */
    record Transfer(InteractionId interaction, Target target, String note) implements CallCommand {
        public Transfer {
            Objects.requireNonNull(target, "target");
            if (note.length() > 400) {
                throw new IllegalArgumentException("note must have at most 400 characters but has " + note.length());
            }
        }

        /** Hides number and note. */
        @Override
        public String toString() {
            return "Transfer[" + interaction + "]";
        }
    }

    /** Whom to call. */
    sealed interface Target {
        /**
         * A colleague.
         *
         * @param agent who
         */
        record Colleague(AgentId agent) implements Target {}

        /**
         * A number: a colleague's extension, or one outside.
         *
         * @param number as dialled
         */
        record Dialled(String number) implements Target {
            /** Hides the number. */
            @Override
            public String toString() {
                return "Dialled";
            }
        }
    }

    /**
     * Talks with those who were held and holds those he talked with.
     *
     * @param interaction the call
     */
    record Swap(InteractionId interaction) implements CallCommand {}

    /**
     * All who are there talk with each other.
     *
     * @param interaction the call
     */
    record Confer(InteractionId interaction) implements CallCommand {}

    /**
     * Lets one go who was called in, or stops calling him; the customer is back with the actor.
     *
     * @param interaction the call
     * @param party whom
     */
    record Release(InteractionId interaction, PartyId party) implements CallCommand {}

    /**
     * Leaves the customer with the colleague who was consulted: the contact is his from now on, the actor wraps up.
     *
     * @param interaction the call
     * @param party the colleague, who must have answered
     */
    record Complete(InteractionId interaction, PartyId party) implements CallCommand {}

    /**
     * One who was asked in answers by his desk: his phone picks up by itself if it can.
     *
     * @param interaction the call
     */
    record Join(InteractionId interaction) implements CallCommand {}

    /**
     * One who was asked in leaves, or does not come.
     *
     * @param interaction the call
     */
    record Leave(InteractionId interaction) implements CallCommand {}
}
