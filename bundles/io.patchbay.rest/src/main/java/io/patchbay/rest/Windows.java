// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A REST client counts as a window of its agent until it logs him out or has not asked for 120 s. */
final class Windows {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WINDOW = "rest";

    private final Agents agents;
    private final InstantSource clock;
    private final Map<AgentId, Instant> lastUse = new ConcurrentHashMap<>();

    Windows(Agents agents, InstantSource clock) {
        this.agents = agents;
        this.clock = clock;
    }

    void opened(AgentId agent) {
        if (lastUse.put(agent, clock.instant()) == null) {
            agents.windowOpened(agent, WINDOW);
        }
    }

    void used(AgentId agent) {
        lastUse.computeIfPresent(agent, (key, before) -> clock.instant());
    }

    void closed(AgentId agent) {
        if (lastUse.remove(agent) != null) {
            agents.windowClosed(agent, WINDOW);
        }
    }

    /** Closes what nobody has used for too long; called now and then. */
    void sweep() {
        Instant oldest = clock.instant().minus(PATIENCE);
        lastUse.forEach((agent, last) -> {
            if (last.isBefore(oldest)) {
                closed(agent);
            }
        });
    }
}
