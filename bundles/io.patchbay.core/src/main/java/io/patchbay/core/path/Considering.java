// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Why;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was looked at for a contact, and why each of them was not chosen. */
final class Considering {
    /** Looks at no more agents than that: beyond it the counts say enough. */
    private static final int LOOKED_AT = 500;

    private final SlotState state;

    Considering(SlotState state) {
        this.state = state;
    }

    /** The reasons of a choice, or of none if nobody was taken. */
    Why why(Waiting contact, Standing standing, Instant now, Optional<AgentId> taken, String choice) {
        List<Why.Other> others = new ArrayList<>();
        Map<Why.Cause, Integer> counts = new EnumMap<>(Why.Cause.class);
        int looked = 0;
        Optional<AgentId> passed = standing.passed().map(Why.Other::agent);
        standing.passed().ifPresent(officer -> {
            counts.merge(officer.cause(), 1, Integer::sum);
            others.add(officer);
        });
        for (LiveAgent agent : state.agents()) {
            Optional<AgentId> self = Optional.of(agent.agent());
            if (agent.presence() instanceof Presence.LoggedOut || taken.equals(self) || passed.equals(self)) {
                continue;
            } else if (++looked > LOOKED_AT) {
                break;
            }
            Why.Other other = other(agent, contact, taken.isPresent());
            counts.merge(other.cause(), 1, Integer::sum);
            others.add(other);
        }
        others.sort(Comparator.comparing(Why.Other::cause).thenComparing(Why.Other::agent));
        return new Why(
                standing.step(),
                standing.steps(),
                standing.needs(),
                Duration.between(contact.since(), now),
                choice,
                others.subList(0, Math.min(Why.NAMED, others.size())),
                counts);
    }

    private static Why.Other other(LiveAgent agent, Waiting contact, boolean taken) {
        if (!contact.only().isEmpty() && !contact.only().contains(agent.agent())) {
            return new Why.Other(agent.agent(), Why.Cause.NOT_PREFERRED, "");
        }
        Optional<String> lacks =
                contact.only().isEmpty() ? lacks(agent.person().work().skills(), contact.needs()) : Optional.empty();
        if (lacks.isPresent()) {
            return new Why.Other(agent.agent(), Why.Cause.SKILL, lacks.get());
        }
        Why.Cause cause = agent.hindrance(contact.kind())
                .orElse(
                        contact.barred().contains(agent.agent())
                                ? Why.Cause.DECLINED
                                : taken ? Why.Cause.BEHIND : Why.Cause.KEPT);
        return new Why.Other(agent.agent(), cause, "");
    }

    /** The first need that skills do not meet, as a reason has it. */
    static Optional<String> lacks(Map<SkillId, Integer> skills, Map<SkillId, Integer> needs) {
        return needs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(need -> skills.getOrDefault(need.getKey(), 0) < need.getValue())
                .map(need -> need.getKey() + " " + skills.getOrDefault(need.getKey(), 0) + " < " + need.getValue())
                .findFirst();
    }
}
