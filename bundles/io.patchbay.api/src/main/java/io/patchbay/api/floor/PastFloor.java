// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.floor;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.QueueFigures;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.osgi.annotation.versioning.ProviderType;

/** Queues, agents and contacts as they were at a moment, worked out from the journal. */
@ProviderType
public interface PastFloor {
    /**
     * The floor at a moment. Waits for the database: the lines since the noon before the moment's day (in the zone of
     * the root unit) are read, or, once somebody looked at a moment of the day, those since a few minutes before. Only
     * one reader at a time.
     *
     * @param scope who asks; he sees what he would have seen with the rights he has now, masked alike
     * @param moment when, not after now
     * @param progress told now and then how much is read, 0.0 to 1.0, on the calling thread
     * @return the floor then
     */
    Moment at(Scope scope, Instant moment, DoubleConsumer progress);

    /**
     * The floor at one moment. Names, units, skills and capacities are those of now; whether telephones were reached is
     * not known.
     *
     * @param at when
     * @param queues figures of the queues; without what they told of their waits
     * @param agents agents whose presence changed since the noon before its day
     * @param open contacts that were open, oldest arrival first
     * @param waited how many waited in these queues, every ten minutes since the day began
     */
    record Moment(
            Instant at,
            List<QueueFigures> queues,
            List<AgentState> agents,
            List<Interaction> open,
            List<Waited> waited) {
        public Moment {
            Objects.requireNonNull(at, "at");
            queues = List.copyOf(queues);
            agents = List.copyOf(agents);
            open = List.copyOf(open);
            waited = List.copyOf(waited);
        }
    }

    /**
     * How many waited.
     *
     * @param at when
     * @param contacts how many
     */
    record Waited(Instant at, int contacts) {}
}
