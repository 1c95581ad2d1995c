// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.id.AgentId;
import java.time.Instant;

/** What a customer is asked to say of an agent's part, and what he says. */
public sealed interface RatingEvent extends CoreEvent {
    /**
     * The agent it is about.
     *
     * @return who
     */
    AgentId agent();

    /**
     * {@code rating.asked}: the agent's part is over, the customer is still there.
     *
     * @param agent who
     * @param of the best mark; 1 is the worst
     * @param attempt 1, or 2 where the question was repeated
     * @param until how long an answer counts
     */
    record Asked(AgentId agent, int of, int attempt, Instant until) implements RatingEvent {}

    /**
     * {@code rating.given}: he answered.
     *
     * @param agent who
     * @param value the mark
     * @param of the best mark
     */
    record Given(AgentId agent, int value, int of) implements RatingEvent {}

    /**
     * {@code rating.silent}: he did not.
     *
     * @param agent who
     * @param of the best mark
     */
    record Silent(AgentId agent, int of) implements RatingEvent {}
}
