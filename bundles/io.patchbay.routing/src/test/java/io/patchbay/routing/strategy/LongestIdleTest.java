// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class LongestIdleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final WorkKind CHAT = new WorkKind("chat");
    private final RoutingStrategy strategy = new LongestIdle();

    private static FreeAgent agent(String name, int idleSeconds, String... skills) {
        Map<SkillId, Integer> levels = new java.util.HashMap<>();
        for (String skill : skills) {
            levels.put(new SkillId(skill), 5);
        }
        return new FreeAgent(new AgentId(name), levels, Set.of(CHAT), 0, NOW.minusSeconds(idleSeconds));
    }

    private static Waiting contact(int number, String skill, int priority, int waitedSeconds, String... barred) {
        return new Waiting(
                new ContactId(new UUID(number, number)),
                new QueueId(skill),
                CHAT,
                Map.of(new SkillId(skill), 1),
                priority,
                NOW.minusSeconds(waitedSeconds),
                Set.of(),
                Set.copyOf(List.of(barred).stream().map(AgentId::new).toList()),
                Optional.empty());
    }

    @Test
    void theLongestIdleAgentWithTheSkillTakesIt() {
        Waiting contact = contact(1, "loans", 0, 5);
        Floor floor = Floor.of(
                List.of(agent("alice", 10, "loans"), agent("bob", 90, "service"), agent("carol", 60, "loans")),
                List.of(contact),
                List.of());
        var take = assertInstanceOf(Choice.Take.class, strategy.agentFor(contact, floor, NOW));
        assertEquals(new AgentId("carol"), take.id());
        assertTrue(take.reason().contains("60 s"), take.reason());
    }

    @Test
    void higherPriorityBeatsALongerWait() {
        FreeAgent alice = agent("alice", 1, "loans", "vip");
        Floor floor =
                Floor.of(List.of(alice), List.of(contact(1, "loans", 0, 500), contact(2, "vip", 10, 5)), List.of());
        var take = assertInstanceOf(Choice.Take.class, strategy.contactFor(alice, floor, NOW));
        assertEquals(new ContactId(new UUID(2, 2)), take.id());
    }

    @Test
    void anAgentWhoDeclinedItIsPassedOver() {
        Waiting contact = contact(1, "loans", 0, 5, "alice");
        Floor floor = Floor.of(List.of(agent("alice", 10, "loans")), List.of(contact), List.of());
        assertInstanceOf(Choice.Leave.class, strategy.agentFor(contact, floor, NOW));
        assertInstanceOf(Choice.Leave.class, strategy.contactFor(agent("alice", 10, "loans"), floor, NOW));
    }

    /** The indexed floor says the same as looking at everybody, on ten thousand random floors. */
    @Test
    void theIndexAgreesWithAPlainSearch() {
        Random random = new Random(42);
        String[] skills = {"service", "loans", "vip", "complaints"};
        for (int round = 0; round < 10_000; round++) {
            List<FreeAgent> agents = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                agents.add(agent("a" + i, random.nextInt(100), skills[random.nextInt(4)], skills[random.nextInt(4)]));
            }
            List<Waiting> contacts = new ArrayList<>();
            for (int i = 1; i <= random.nextInt(6); i++) {
                contacts.add(contact(i, skills[random.nextInt(4)], random.nextInt(3), random.nextInt(100), "a0"));
            }
            Floor floor = Floor.of(agents, contacts, List.of());
            for (Waiting contact : contacts) {
                Optional<FreeAgent> plain = agents.stream()
                        .filter(agent -> agent.fits(contact))
                        .min(Comparator.comparing(FreeAgent::idleSince).thenComparing(FreeAgent::agent));
                assertEquals(plain, floor.agentsFor(contact).findFirst());
            }
            for (FreeAgent agent : agents) {
                List<Waiting> plain = contacts.stream()
                        .filter(agent::fits)
                        .sorted(Waiting.RANK)
                        .toList();
                assertEquals(plain, floor.contactsFor(agent).toList());
            }
        }
    }
}
