// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The floor as its owner changes it. Agents with the same skills and room lie in one group in idle order, contacts with
 * the same needs in one group in rank order; a look merges the few groups that fit. Not thread-safe: one slot owns it.
 */
public final class IndexedFloor implements Floor {
    private static final Comparator<FreeAgent> IDLE =
            Comparator.comparing(FreeAgent::idleSince).thenComparing(FreeAgent::agent);

    private record Profile(Map<SkillId, Integer> skills, Set<WorkKind> open) {}

    private record Need(WorkKind kind, Map<SkillId, Integer> skills, Optional<AgentId> only) {}

    private final Map<AgentId, FreeAgent> agents = new HashMap<>();
    private final Map<ContactId, Waiting> contacts = new HashMap<>();
    private final Map<QueueId, QueueGoal> goals = new HashMap<>();
    private final Map<Profile, NavigableSet<FreeAgent>> agentsByProfile = new HashMap<>();
    private final Map<Need, NavigableSet<Waiting>> contactsByNeed = new HashMap<>();

    /** Makes an empty floor. */
    public IndexedFloor() {}

    /**
     * Adds or replaces a free agent.
     *
     * @param agent who
     */
    public void put(FreeAgent agent) {
        removeAgent(agent.agent());
        agents.put(agent.agent(), agent);
        agentsByProfile
                .computeIfAbsent(profile(agent), key -> new TreeSet<>(IDLE))
                .add(agent);
    }

    /**
     * Takes an agent off.
     *
     * @param agent who; unknown ones are ignored
     */
    public void removeAgent(AgentId agent) {
        FreeAgent old = agents.remove(agent);
        if (old != null) {
            takeOut(agentsByProfile, profile(old), old);
        }
    }

    /**
     * Adds or replaces a waiting contact.
     *
     * @param contact what waits
     */
    public void put(Waiting contact) {
        removeContact(contact.id());
        contacts.put(contact.id(), contact);
        contactsByNeed
                .computeIfAbsent(need(contact), key -> new TreeSet<>(Waiting.RANK))
                .add(contact);
    }

    /**
     * Takes a contact off.
     *
     * @param contact which; unknown ones are ignored
     */
    public void removeContact(ContactId contact) {
        Waiting old = contacts.remove(contact);
        if (old != null) {
            takeOut(contactsByNeed, need(old), old);
        }
    }

    /**
     * Adds or replaces a queue's goal.
     *
     * @param goal the goal
     */
    public void put(QueueGoal goal) {
        goals.put(goal.queue(), goal);
    }

    @Override
    public Stream<FreeAgent> agentsFor(Waiting contact) {
        if (contact.only().isPresent()) {
            return agent(contact.only().get()).filter(agent -> agent.fits(contact)).stream();
        }
        List<NavigableSet<FreeAgent>> groups = agentsByProfile.values().stream()
                .filter(group -> suits(group.first(), contact))
                .toList();
        return merge(groups, IDLE, agent -> agent.fits(contact));
    }

    private static boolean suits(FreeAgent first, Waiting contact) {
        return first.open().contains(contact.kind())
                && contact.needs().entrySet().stream()
                        .allMatch(need -> first.skills().getOrDefault(need.getKey(), 0) >= need.getValue());
    }

    @Override
    public Stream<Waiting> contactsFor(FreeAgent agent) {
        List<NavigableSet<Waiting>> groups = contactsByNeed.values().stream()
                .filter(group -> mayFit(agent, group.first()))
                .toList();
        return merge(groups, Waiting.RANK, agent::fits);
    }

    private static boolean mayFit(FreeAgent agent, Waiting first) {
        return first.only().isPresent()
                ? first.only().get().equals(agent.agent()) && agent.open().contains(first.kind())
                : suits(agent, first);
    }

    /** Lazily merges sorted groups: the first element costs one look at each group's head. */
    private static <T> Stream<T> merge(List<NavigableSet<T>> groups, Comparator<T> order, Predicate<T> fits) {
        if (groups.size() == 1) {
            return groups.get(0).stream().filter(fits);
        }
        record Head<T>(T first, Iterator<T> rest) {}
        PriorityQueue<Head<T>> heads = new PriorityQueue<>(Comparator.comparing(Head::first, order));
        for (NavigableSet<T> group : groups) {
            Iterator<T> members = group.iterator();
            heads.add(new Head<>(members.next(), members));
        }
        Iterator<T> merged = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heads.isEmpty();
            }

            @Override
            public T next() {
                Head<T> head = heads.remove();
                if (head.rest().hasNext()) {
                    heads.add(new Head<>(head.rest().next(), head.rest()));
                }
                return head.first();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED), false)
                .filter(fits);
    }

    @Override
    public Optional<FreeAgent> agent(AgentId agent) {
        return Optional.ofNullable(agents.get(agent));
    }

    @Override
    public Optional<Waiting> contact(ContactId contact) {
        return Optional.ofNullable(contacts.get(contact));
    }

    @Override
    public Optional<QueueGoal> goal(QueueId queue) {
        return Optional.ofNullable(goals.get(queue));
    }

    private static Profile profile(FreeAgent agent) {
        return new Profile(agent.skills(), agent.open());
    }

    private static Need need(Waiting contact) {
        return new Need(contact.kind(), contact.needs(), contact.only());
    }

    private static <K, T> void takeOut(Map<K, NavigableSet<T>> groups, K key, T member) {
        NavigableSet<T> group = groups.get(key);
        group.remove(member);
        if (group.isEmpty()) {
            groups.remove(key);
        }
    }
}
