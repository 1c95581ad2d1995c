// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Which group owns what. Queues that share agents form one group, so that an agent's whole capacity is decided in one
 * slot; an agent who serves no queue belongs to the first group. Look-ups are safe for any thread.
 */
public final class QueueGroups {
    private final Known known;
    private final BiFunction<String, QueueGroups, QueueGroup> factory;
    private final Map<String, QueueGroup> groups = new ConcurrentHashMap<>();
    private final Map<InteractionId, QueueGroup> owners = new ConcurrentHashMap<>();
    private volatile Grouping grouping;

    /** Makes the groups of the queues and people known now; {@code factory} makes a group of a name. */
    public QueueGroups(Known known, BiFunction<String, QueueGroups, QueueGroup> factory) {
        this.known = known;
        this.factory = factory;
        this.grouping = Grouping.of(known.queues(), known.people());
        grouping.names().forEach(this::group);
    }

    public Collection<QueueGroup> all() {
        return groups.values();
    }

    public QueueGroup of(QueueId queue) {
        return group(grouping.of(queue));
    }

    public QueueGroup of(AgentId agent) {
        return group(grouping.of(agent));
    }

    public Optional<QueueGroup> of(InteractionId id) {
        return Optional.ofNullable(owners.get(id));
    }

    void own(InteractionId id, QueueGroup group) {
        owners.put(id, group);
    }

    /** A closed interaction belongs to nobody. */
    public void forget(InteractionId id) {
        owners.remove(id);
    }

    private QueueGroup group(String name) {
        return groups.computeIfAbsent(name, fresh -> factory.apply(fresh, this));
    }

    /**
     * Queues, skills or people were changed. If the groups are no longer the same, all slots stand still while what
     * moved changes its owner; each moved interaction gets an entry with the next epoch.
     *
     * @return whether anything had to move
     */
    public synchronized boolean regroup() {
        Grouping next = Grouping.of(known.queues(), known.people());
        if (next.equals(grouping)) {
            return false;
        }
        next.names().forEach(this::group);
        List<QueueGroup> standing = List.copyOf(groups.values());
        try (StandStill still = StandStill.of(standing)) {
            grouping = next;
            new Regrouping(standing, this).move();
            still.release();
        }
        return true;
    }

    /** Puts what was restored into the groups. */
    public void restore(Collection<LiveAgent> agents, Collection<LiveInteraction> interactions) {
        Map<QueueGroup, List<LiveAgent>> agentsByGroup = new HashMap<>();
        agents.forEach(agent -> agentsByGroup
                .computeIfAbsent(of(agent.agent()), key -> new java.util.ArrayList<>())
                .add(agent));
        Map<QueueGroup, List<LiveInteraction>> contactsByGroup = new HashMap<>();
        interactions.forEach(contact -> {
            QueueGroup group = home(contact);
            own(contact.id(), group);
            contactsByGroup
                    .computeIfAbsent(group, key -> new java.util.ArrayList<>())
                    .add(contact);
        });
        for (QueueGroup group : groups.values()) {
            group.slot().execute(turn -> group.restoring()
                    .restore(
                            turn,
                            agentsByGroup.getOrDefault(group, List.of()),
                            contactsByGroup.getOrDefault(group, List.of())));
        }
    }

    /**
     * A contact that rings lives with the agent it rings at, a waiting one with the agent it waits for or its queue,
     * any other with the agent who holds it.
     */
    QueueGroup home(LiveInteraction contact) {
        Optional<AgentId> holder = contact.queued()
                ? contact.offer().map(LivePart::agent).or(contact::only)
                : contact.parts().stream().filter(LivePart::open).findFirst().map(LivePart::agent);
        return holder.map(this::of).orElseGet(() -> of(contact.queue()));
    }
}
