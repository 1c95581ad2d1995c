// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.OutboundCalls;
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
    private final Map<InteractionId, ChannelSession> origins = new HashMap<>();
    private final Map<InteractionId, OutboundCalls> dialling = new HashMap<>();
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
        origins.remove(id);
        dialling.remove(id);
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

    /** By which session a customer asked to be called back; his words may still come and go by it. */
    Optional<ChannelSession> origin(InteractionId id) {
        return Optional.ofNullable(origins.get(id));
    }

    void origin(InteractionId id, ChannelSession session) {
        origins.put(id, session);
    }

    void originGone(InteractionId id) {
        origins.remove(id);
    }

    /** Where words for the customer go. */
    Optional<ChannelSession> words(InteractionId id) {
        return origin(id).or(() -> session(id));
    }

    /** The customer leaves his line and keeps his place; gives the line. */
    Optional<ChannelSession> leavesLine(InteractionId id) {
        Optional<ChannelSession> line = Optional.ofNullable(sessions.remove(id));
        line.ifPresent(session -> origins.put(id, session));
        return line;
    }

    boolean dialledBy(InteractionId id, OutboundCalls calls) {
        return sessions.containsKey(id) && calls.equals(dialling.get(id));
    }

    void dials(InteractionId id, OutboundCalls calls, ChannelSession session) {
        dialling.put(id, calls);
        sessions.put(id, session);
    }
}
