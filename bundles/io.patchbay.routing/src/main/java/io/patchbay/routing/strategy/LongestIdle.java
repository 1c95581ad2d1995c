// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;

/** The contact first in rank goes to the agent who has been idle longest: fair to both sides and easy to explain. */
public final class LongestIdle implements RoutingStrategy {
    /** Made by the routing engine, and by tests. */
    public LongestIdle() {}

    @Override
    public Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now) {
        return floor.contactsFor(agent)
                .findFirst()
                .<Choice<ContactId>>map(contact -> new Choice.Take<>(contact.id(), why(contact, agent, now)))
                .orElseGet(() -> new Choice.Leave<>("nothing waits that " + agent.agent() + " can take"));
    }

    @Override
    public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
        return floor.agentsFor(contact)
                .findFirst()
                .<Choice<AgentId>>map(agent -> new Choice.Take<>(agent.agent(), why(contact, agent, now)))
                .orElseGet(() -> new Choice.Leave<>("no free agent has what " + contact.queue() + " asks for"));
    }

    private static String why(Waiting contact, FreeAgent agent, Instant now) {
        return contact.only().isPresent()
                ? "moved to " + agent.agent() + " by name"
                : agent.agent() + " idle longest (" + seconds(agent.idleSince(), now) + " s); contact first in "
                        + contact.queue() + " after " + seconds(contact.since(), now) + " s";
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
