// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import static io.patchbay.routing.strategy.Scene.GOALS;
import static io.patchbay.routing.strategy.Scene.NOW;
import static io.patchbay.routing.strategy.Scene.agent;
import static io.patchbay.routing.strategy.Scene.contact;
import static io.patchbay.routing.strategy.Scene.id;
import static io.patchbay.routing.strategy.Scene.loaded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainStrategiesTest {
    private static final Waiting LOAN = contact(1, "loans", 5);

    private static Object chosen(RoutingStrategy strategy, FreeAgent... agents) {
        var choice = strategy.agentFor(LOAN, Floor.of(List.of(agents), List.of(LOAN), GOALS), NOW);
        return ((Choice.Take<AgentId>) choice).id().value();
    }

    @Test
    void leastOccupiedTakesTheFewestContactsThenTheLongestIdle() {
        FreeAgent alice = loaded(agent("alice", 90, "loans"), 2);
        FreeAgent bob = loaded(agent("bob", 10, "loans"), 1);
        FreeAgent carol = loaded(agent("carol", 20, "loans"), 1);
        assertEquals("carol", chosen(new LeastOccupied(), alice, bob, carol));
        assertEquals("bob", chosen(new LeastOccupied(), alice, loaded(bob, 0), carol));
    }

    @Test
    void bestSkillTakesTheHighestLevelThenTheLongestIdle() {
        FreeAgent alice = agent("alice", 90, "cards", "loans");
        FreeAgent bob = agent("bob", 10, "loans");
        FreeAgent carol = agent("carol", 20, "loans");
        assertEquals("carol", chosen(new BestSkill(), alice, bob, carol));
        assertEquals("alice", chosen(new BestSkill(), alice));
    }

    @Test
    void bothTakeContactsInRank() {
        FreeAgent alice = agent("alice", 1, "loans", "cards");
        Floor floor = Floor.of(
                List.of(alice),
                List.of(contact(1, "loans", 5), contact(2, "cards", 9), contact(3, "loans", 1, 2)),
                GOALS);
        for (RoutingStrategy strategy : List.of(new LeastOccupied(), new BestSkill(), new LongestIdle())) {
            var take = assertInstanceOf(Choice.Take.class, strategy.contactFor(alice, floor, NOW));
            assertEquals(id(3), take.id());
        }
    }

    @Test
    void nothingFitsNobody() {
        FreeAgent alice = agent("alice", 1, "vip");
        Floor floor = Floor.of(List.of(alice), List.of(LOAN), GOALS);
        for (RoutingStrategy strategy :
                List.of(new LeastOccupied(), new BestSkill(), new LongestIdle(), new SlackFirst())) {
            assertInstanceOf(Choice.Leave.class, strategy.contactFor(alice, floor, NOW));
            assertInstanceOf(Choice.Leave.class, strategy.agentFor(LOAN, floor, NOW));
        }
    }
}
