// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which interactions to list. Empty parts do not narrow.
 *
 * @param state only this state
 * @param channel only this channel
 * @param queue only this queue
 * @param customer only this customer
 * @param agent only those in which this agent had an assignment
 * @param from arrived at or after
 * @param to arrived before
 * @param after only older than this one (a page's last)
 * @param limit how many at most, 1 to 500
 */
public record InteractionFilter(
        Optional<InteractionState> state,
        Optional<ChannelKey> channel,
        Optional<QueueId> queue,
        Optional<CustomerId> customer,
        Optional<AgentId> agent,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<InteractionId> after,
        int limit) {
    public InteractionFilter {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(after, "after");
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit must be 1 to 500 but is " + limit);
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException(
                    "the period must end after it begins but is " + from.get() + " to " + to.get());
        }
    }

    /**
     * The newest of all.
     *
     * @param limit how many at most, 1 to 500
     * @return a filter that narrows nothing
     */
    public static InteractionFilter newest(int limit) {
        return new InteractionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /**
     * The contacts of one customer, newest first.
     *
     * @param customer whose
     * @param limit how many at most, 1 to 500
     * @return the filter
     */
    public static InteractionFilter of(CustomerId customer, int limit) {
        return new InteractionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(customer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
