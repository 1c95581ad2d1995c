// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import static io.patchbay.routing.strategy.Scene.GOALS;
import static io.patchbay.routing.strategy.Scene.NOW;
import static io.patchbay.routing.strategy.Scene.agent;
import static io.patchbay.routing.strategy.Scene.contact;
import static io.patchbay.routing.strategy.Scene.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlackFirstTest {
    private final SlackFirst strategy = new SlackFirst();
    private final FreeAgent alice = agent("alice", 10, "loans", "cards");

    private Object taken(FreeAgent agent, Waiting... contacts) {
        return strategy.contactFor(agent, Floor.of(List.of(agent), List.of(contacts), GOALS), NOW)
                        instanceof Choice.Take<?> take
                ? take.id()
                : "left";
    }

    private Choice<AgentId> agentFor(Waiting contact, List<FreeAgent> agents, Waiting... others) {
        List<Waiting> all = new ArrayList<>(List.of(others));
        all.add(contact);
        return strategy.agentFor(contact, Floor.of(agents, all, GOALS), NOW);
    }

    @Test
    void thePrimarySkillComesBeforeALongerIdleHelper() {
        var take = (Choice.Take<AgentId>)
                agentFor(contact(1, "cards", 0), List.of(alice, agent("bob", 1, "cards", "loans")));
        assertEquals(new AgentId("bob"), take.id());
        assertTrue(take.reason().startsWith("primary skill"), take.reason());
    }

    @Test
    void theLeastSlackIsTakenFirst() {
        assertEquals(id(2), taken(alice, contact(1, "loans", 3), contact(2, "loans", 18), contact(3, "loans", 9)));
    }

    @Test
    void whatCanStillBeInTimeIsTakenBeforeWhatIsLate() {
        assertEquals(id(2), taken(alice, contact(1, "loans", 60), contact(2, "loans", 5)));
        assertEquals(id(1), taken(alice, contact(1, "loans", 60)));
    }

    @Test
    void aHelperTakesWhatIsAboutToBeLateBeforeHisOwnLateOnes() {
        assertEquals(id(2), taken(alice, contact(1, "loans", 60), contact(2, "cards", 15)));
        assertEquals(id(3), taken(alice, contact(3, "loans", 1), contact(2, "cards", 15)));
    }

    @Test
    void whoIsDueComesBeforeEverybody() {
        Waiting due = contact(1, "cards", 200).dueSince(NOW);
        assertEquals(id(1), taken(alice, contact(2, "loans", 19), contact(3, "loans", 1, 10), due));
    }

    @Test
    void creditComesBeforeSlack() {
        assertEquals(id(3), taken(alice, contact(2, "loans", 19), contact(3, "cards", 1, 10)));
        assertEquals(id(4), taken(alice, contact(3, "cards", 1, 10), contact(4, "loans", 0, 5)));
    }

    /** Two loans came within two minutes: the last who is free for loans waits for the next of them. */
    @Test
    void theLastOneFreeIsKeptForASkillThatIsMuchAskedFor() {
        Waiting[] loans = {contact(8, "loans", 50), contact(9, "loans", 40)};
        var left = assertInstanceOf(Choice.Leave.class, agentFor(contact(1, "cards", 2), List.of(alice), loans));
        assertTrue(left.reason().startsWith("those who fit are kept free"), left.reason());
        assertInstanceOf(Choice.Take.class, agentFor(contact(1, "cards", 2), List.of(alice)));
    }

    @Test
    void nobodyIsKeptFreeFromCreditOrFromWhatIsAboutToBeLate() {
        Waiting[] loans = {contact(8, "loans", 50), contact(9, "loans", 40)};
        assertInstanceOf(Choice.Take.class, agentFor(contact(1, "cards", 15), List.of(alice), loans));
        assertInstanceOf(Choice.Take.class, agentFor(contact(1, "cards", 2, 10), List.of(alice), loans));
        assertInstanceOf(Choice.Take.class, agentFor(contact(1, "cards", 300), List.of(alice), loans));
    }

    @Test
    void theHelperIsWhoWillBeMissedLeast() {
        List<FreeAgent> agents = List.of(alice, agent("bob", 5, "vip", "cards"), agent("carol", 4, "vip", "cards"));
        assertEquals(new AgentId("bob"), ((Choice.Take<AgentId>) agentFor(contact(1, "cards", 2), agents)).id());
    }

    @Test
    void levelsThatAreEqualAreAllPrimary() {
        FreeAgent both = agent("bob", 1, "loans");
        assertTrue(both.primaryFor(contact(1, "loans", 0)));
        assertTrue(new FreeAgent(
                        both.agent(),
                        java.util.Map.of(
                                new io.patchbay.api.id.SkillId("cards"), 5, new io.patchbay.api.id.SkillId("loans"), 5),
                        both.open(),
                        0,
                        NOW)
                .primaryFor(contact(1, "cards", 0)));
    }
}
