// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.QueueGoal;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Agents and contacts in few words; a queue has the name of the skill it asks for. */
public final class Scene {
    /** When everything is looked at. */
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static final WorkKind CALL = new WorkKind("call");

    /** A goal of 20 s for each queue. */
    public static final List<QueueGoal> GOALS = List.of(goal("loans"), goal("cards"), goal("vip"));

    private Scene() {}

    private static QueueGoal goal(String queue) {
        return new QueueGoal(new QueueId(queue), Duration.ofSeconds(20), 0.8);
    }

    /** One who is idle so long and does one thing better than the others. */
    public static FreeAgent agent(String name, int idleSeconds, String best, String... others) {
        Map<SkillId, Integer> levels = new java.util.HashMap<>();
        for (String other : others) {
            levels.put(new SkillId(other), 4);
        }
        levels.put(new SkillId(best), 8);
        return new FreeAgent(new AgentId(name), levels, Set.of(CALL), 0, NOW.minusSeconds(idleSeconds));
    }

    /** The same with contacts on his desk. */
    public static FreeAgent loaded(FreeAgent agent, int load) {
        return new FreeAgent(agent.agent(), agent.skills(), agent.open(), load, agent.idleSince());
    }

    /** One that has waited so long. */
    public static Waiting contact(int number, String queue, int waitedSeconds) {
        return contact(number, queue, waitedSeconds, 0);
    }

    /** One with credit. */
    public static Waiting contact(int number, String queue, int waitedSeconds, int creditMinutes) {
        return new Waiting(
                id(number),
                new QueueId(queue),
                CALL,
                Map.of(new SkillId(queue), 1),
                creditMinutes,
                NOW.minusSeconds(waitedSeconds),
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    /** The id of a contact. */
    public static ContactId id(int number) {
        return new ContactId(new UUID(number, number));
    }
}
