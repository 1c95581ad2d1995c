// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.routing.Matching;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one slot holds: its open interactions, its agents, their matching and the sessions out. Slot's thread only. */
public final class SlotState {
    private final Map<InteractionId, LiveInteraction> interactions = new LinkedHashMap<>();
    private final Map<AgentId, LiveAgent> agents = new HashMap<>();
    private final Map<InteractionId, ChannelSession> sessions = new HashMap<>();
    private final Matching matching;

    public SlotState(Matching matching) {
        this.matching = matching;
    }

    public Matching matching() {
        return matching;
    }

    public Collection<LiveInteraction> interactions() {
        return interactions.values();
    }

    public Optional<LiveInteraction> interaction(InteractionId id) {
        return Optional.ofNullable(interactions.get(id));
    }

    public void add(LiveInteraction interaction) {
        interactions.put(interaction.id(), interaction);
    }

    public void remove(InteractionId id) {
        interactions.remove(id);
        sessions.remove(id);
    }

    public Collection<LiveAgent> agents() {
        return agents.values();
    }

    public Optional<LiveAgent> agent(AgentId agent) {
        return Optional.ofNullable(agents.get(agent));
    }

    public void add(LiveAgent agent) {
        agents.put(agent.agent(), agent);
    }

    public void removeAgent(AgentId agent) {
        agents.remove(agent);
    }

    public Optional<ChannelSession> session(InteractionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    public void session(InteractionId id, ChannelSession session) {
        sessions.put(id, session);
    }
}
