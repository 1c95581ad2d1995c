// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A floor that is full on both sides: the lower half of the skills has contacts and no free agents, the upper half free
 * agents and no contacts. What an assignment takes away is put back, so it stays as it is.
 */
final class Crowd {
    static final int SKILLS = 200;
    static final int WAITING = 10_000;
    private static final int HALF = SKILLS / 2;
    private static final int OTHERS = 2;
    private static final WorkKind CALL = new WorkKind("call");
    private static final long GAP_MILLIS = 5;

    private final Random random = new Random(11);
    private final Matching matching;
    private final List<FreeAgent> busy;
    private final Map<AgentId, FreeAgent> free = new HashMap<>();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private long number;

    Crowd(int agents, String strategy) {
        List<QueueSettings> queues = IntStream.range(0, SKILLS)
                .mapToObj(n -> Queues.queue("queue" + n, Map.of(skill(n), 1), strategy))
                .toList();
        matching = new FloorMatching(() -> queues, new StrategyBook());
        busy = IntStream.range(0, agents / 2)
                .mapToObj(n -> agent("short" + n, 0))
                .toList();
        IntStream.range(agents / 2, agents)
                .mapToObj(n -> agent("free" + n, HALF))
                .forEach(agent -> {
                    free.put(agent.agent(), agent);
                    matching.agentChanged(agent.agent(), Optional.of(agent));
                });
        for (int i = 0; i < WAITING; i++) {
            matching.contactWaits(contact(i % HALF));
        }
    }

    /** An agent who is short becomes free and takes one of those who wait; nanoseconds. */
    long freed() {
        now = now.plusMillis(GAP_MILLIS);
        FreeAgent agent = since(busy.get(random.nextInt(busy.size())), now);
        long began = System.nanoTime();
        matching.agentChanged(agent.agent(), Optional.of(agent));
        Optional<Matching.Match> match = matching.forAgent(agent.agent(), now);
        match.ifPresent(made -> matching.contactGone(made.contact()));
        matching.agentChanged(agent.agent(), Optional.empty());
        long took = System.nanoTime() - began;
        match.ifPresent(made ->
                matching.contactWaits(contact((int) made.contact().value().getLeastSignificantBits())));
        return took;
    }

    /** A contact comes and takes one of those who are free; nanoseconds. */
    long arrived() {
        now = now.plusMillis(GAP_MILLIS);
        Waiting contact = contact(HALF + random.nextInt(HALF));
        long began = System.nanoTime();
        matching.contactWaits(contact);
        Optional<Matching.Match> match = matching.forContact(contact.id(), now);
        matching.contactGone(contact.id());
        Optional<FreeAgent> agent = match.flatMap(made -> {
            matching.agentChanged(made.agent(), Optional.empty());
            return Optional.ofNullable(free.get(made.agent()));
        });
        long took = System.nanoTime() - began;
        agent.ifPresent(one -> matching.agentChanged(one.agent(), Optional.of(since(one, now))));
        return took;
    }

    private static FreeAgent since(FreeAgent agent, Instant idle) {
        return new FreeAgent(agent.agent(), agent.skills(), agent.open(), agent.load(), idle);
    }

    private FreeAgent agent(String name, int from) {
        Map<SkillId, Integer> levels = new HashMap<>();
        levels.put(skill(from + random.nextInt(HALF)), 6 + random.nextInt(5));
        for (int i = 0; i < OTHERS; i++) {
            levels.putIfAbsent(skill(from + random.nextInt(HALF)), 1 + random.nextInt(5));
        }
        return new FreeAgent(new AgentId(name), levels, Set.of(CALL), 0, now.minusSeconds(random.nextInt(600)));
    }

    private Waiting contact(int skill) {
        return new Waiting(
                new ContactId(new UUID(++number, skill)),
                new QueueId("queue" + skill),
                CALL,
                Map.of(skill(skill), 1 + random.nextInt(3)),
                random.nextInt(20) == 0 ? 5 : 0,
                now,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    private static SkillId skill(int number) {
        return new SkillId("skill" + number);
    }
}
