// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.Iterator;

/** The contact first in rank goes to the agent with the fewest contacts, of equals to the longest idle: for text. */
public final class LeastOccupied implements RoutingStrategy {
    /** Made by the routing engine, and by tests. */
    public LeastOccupied() {}

    @Override
    public Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now) {
        return FirstInRank.contactFor(agent, floor);
    }

    @Override
    public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
        Iterator<FreeAgent> fitting = floor.agentsFor(contact).iterator();
        if (!fitting.hasNext()) {
            return FirstInRank.nobody();
        }
        FreeAgent least = fitting.next();
        while (least.load() > 0 && fitting.hasNext()) {
            FreeAgent next = fitting.next();
            least = next.load() < least.load() ? next : least;
        }
        int load = least.load();
        return new Choice.Take<>(least.agent(), "has the fewest contacts (" + load + ") / 在办最少（" + load + " 个）");
    }
}
