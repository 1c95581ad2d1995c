// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.InteractionId;

/** What a supervisor does in an agent's live contact; by right and unit, with a reason that stays in the journal. */
public sealed interface SuperviseCommand extends Command {
    /** The longest reason. */
    int LONGEST_REASON = 200;

    /**
     * The contact meant.
     *
     * @return its id; it is with an agent, or rings at one
     */
    InteractionId interaction();

    /** Comes in, or changes how he is there. */
    sealed interface Enter extends SuperviseCommand {
        /**
         * How he will be there.
         *
         * @return the manner
         */
        Participant.Manner manner();

        /**
         * Why.
         *
         * @return 1 to 200 characters
         */
        String reason();
    }

    /**
     * Hears or reads along; nobody notices.
     *
     * @param interaction the contact
     * @param reason why, 1 to 200 characters
     */
    record Listen(InteractionId interaction, String reason) implements Enter {
        public Listen {
            checked(reason);
        }

        @Override
        public Participant.Manner manner() {
            return Participant.Manner.LISTENING;
        }
    }

    /**
     * Speaks to the agent; the customer does not hear it.
     *
     * @param interaction the contact
     * @param reason why, 1 to 200 characters
     */
    record Whisper(InteractionId interaction, String reason) implements Enter {
        public Whisper {
            checked(reason);
        }

        @Override
        public Participant.Manner manner() {
            return Participant.Manner.WHISPERING;
        }
    }

    /**
     * Speaks with both.
     *
     * @param interaction the contact
     * @param reason why, 1 to 200 characters
     */
    record Barge(InteractionId interaction, String reason) implements Enter {
        public Barge {
            checked(reason);
        }

        @Override
        public Participant.Manner manner() {
            return Participant.Manner.TALKING;
        }
    }

    /**
     * Takes the contact: it is the supervisor's from now on, its agent wraps up.
     *
     * @param interaction the contact
     * @param reason why, 1 to 200 characters
     */
    record TakeOver(InteractionId interaction, String reason) implements SuperviseCommand {
        public TakeOver {
            checked(reason);
        }
    }

    /**
     * Takes a call that rings at an agent's: the supervisor's phone rings instead, and the agent stays as he is.
     *
     * @param interaction the contact; it rings
     * @param reason why, 1 to 200 characters
     */
    record Intercept(InteractionId interaction, String reason) implements SuperviseCommand {
        public Intercept {
            checked(reason);
        }
    }

    /**
     * Goes out again.
     *
     * @param interaction the contact
     */
    record Stop(InteractionId interaction) implements SuperviseCommand {}

    private static void checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must have 1 to " + LONGEST_REASON + " characters");
        }
    }
}
