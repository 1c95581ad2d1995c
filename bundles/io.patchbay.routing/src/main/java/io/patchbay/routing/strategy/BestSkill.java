// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.Iterator;

/**
 * The contact first in rank goes to the agent with the highest levels in what it asks for, of equals to the longest
 * idle.
 */
public final class BestSkill implements RoutingStrategy {
    /** Made by the routing engine, and by tests. */
    public BestSkill() {}

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
        FreeAgent best = fitting.next();
        int most = levels(best, contact);
        while (fitting.hasNext()) {
            FreeAgent next = fitting.next();
            int levels = levels(next, contact);
            if (levels > most) {
                best = next;
                most = levels;
            }
        }
        return new Choice.Take<>(best.agent(), "has the best skills for it (" + most + ") / 技能最匹配（" + most + "）");
    }

    private static int levels(FreeAgent agent, Waiting contact) {
        int sum = 0;
        for (SkillId need : contact.needs().keySet()) {
            sum += agent.skills().getOrDefault(need, 0);
        }
        return sum;
    }
}
