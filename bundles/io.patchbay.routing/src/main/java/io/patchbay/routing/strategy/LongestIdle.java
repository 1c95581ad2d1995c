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
        return FirstInRank.contactFor(agent, floor);
    }

    @Override
    public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
        return floor.firstFor(contact)
                .<Choice<AgentId>>map(agent -> new Choice.Take<>(agent.agent(), why(contact, agent, now)))
                .orElseGet(() -> new Choice.Leave<>("no free agent fits / 没有合适的空闲坐席"));
    }

    private static String why(Waiting contact, FreeAgent agent, Instant now) {
        if (!contact.only().isEmpty()) {
            return "waits for this agent by name / 指定该坐席";
        }
        long idle = seconds(agent.idleSince(), now);
        return "idle longest (" + idle + " s) / 空闲最久（" + idle + " 秒）";
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
