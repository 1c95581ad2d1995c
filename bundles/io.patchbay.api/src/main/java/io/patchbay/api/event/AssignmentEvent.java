// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.queue.Why;
import java.time.Instant;
import java.util.Optional;

/** What happens to one agent's part in an interaction. */
public sealed interface AssignmentEvent extends CoreEvent {
    /**
     * The agent whose part it is.
     *
     * @return who
     */
    AgentId agent();

    /**
     * {@code assignment.offered}: it rings at his desk.
     *
     * @param agent who
     * @param expiresAt when the offer runs out
     * @param reason why this agent, from the routing strategy
     * @param why all that was looked at; empty if nobody had a choice
     */
    record Offered(AgentId agent, Instant expiresAt, String reason, Optional<Why> why) implements AssignmentEvent {
        /**
         * Without a choice.
         *
         * @param agent who
         * @param expiresAt when the offer runs out
         * @param reason why this agent
         */
        public Offered(AgentId agent, Instant expiresAt, String reason) {
            this(agent, expiresAt, reason, Optional.empty());
        }
    }

    /**
     * {@code assignment.accepted}: he takes it.
     *
     * @param agent who
     */
    record Accepted(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.declined}: he sends it back; he stays ready.
     *
     * @param agent who
     */
    record Declined(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.timedOut}: the offer ran out; by the queue's rule he becomes not ready.
     *
     * @param agent who
     */
    record TimedOut(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.withdrawn}: the offer was taken back.
     *
     * @param agent who
     * @param reason {@code abandoned}, {@code restart}, {@code moved}, {@code picked-up}, {@code intercepted}
     * @param why what the supervisor said who intercepted it; empty otherwise
     */
    record Withdrawn(AgentId agent, String reason, Optional<String> why) implements AssignmentEvent {
        /**
         * Taken back by nobody who had to say why.
         *
         * @param agent who
         * @param reason a word, as above
         */
        public Withdrawn(AgentId agent, String reason) {
            this(agent, reason, Optional.empty());
        }
    }

    /**
     * {@code assignment.parked}: laid aside until the customer writes.
     *
     * @param agent who
     */
    record Parked(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.resumed}: taken up again.
     *
     * @param agent who
     */
    record Resumed(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.interrupted}: something more urgent is with him; its clocks stand still.
     *
     * @param agent who
     */
    record Interrupted(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.continued}: what was more urgent is over; its clocks go on.
     *
     * @param agent who
     */
    record Continued(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.wrapUp}: the remote side is gone, code and notes are due.
     *
     * @param agent who
     * @param endsAt when Patchbay completes by itself
     */
    record WrapUpBegan(AgentId agent, Instant endsAt) implements AssignmentEvent {}

    /**
     * {@code assignment.extensionAsked}: he asks a supervisor for more time to wrap up.
     *
     * @param agent who
     * @param seconds how much more
     */
    record ExtensionAsked(AgentId agent, int seconds) implements AssignmentEvent {}

    /**
     * {@code assignment.extended}: a supervisor gave it.
     *
     * @param agent who
     * @param endsAt when Patchbay completes by itself now
     */
    record Extended(AgentId agent, Instant endsAt) implements AssignmentEvent {}

    /**
     * {@code assignment.extensionDeclined}: a supervisor did not.
     *
     * @param agent who
     */
    record ExtensionDeclined(AgentId agent) implements AssignmentEvent {}

    /**
     * {@code assignment.codeChosen}: code and notes of a wrap-up that goes on until its time.
     *
     * @param agent who
     * @param disposition the code, if he chose one
     * @param notes his words, if any
     */
    record CodeChosen(AgentId agent, Optional<String> disposition, Optional<Confidential> notes)
            implements AssignmentEvent {}

    /**
     * {@code assignment.ended}: an accepted part is over.
     *
     * @param agent who
     * @param outcome how
     * @param disposition the code, if one was chosen
     * @param notes his words, if any
     */
    record Ended(AgentId agent, Assignment.End outcome, Optional<String> disposition, Optional<Confidential> notes)
            implements AssignmentEvent {}
}
