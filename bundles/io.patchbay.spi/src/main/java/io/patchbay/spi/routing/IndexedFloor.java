// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The floor as its owner changes it: agents by skill and level in idle order, contacts in lines of equal needs in rank
 * order; a look merges the few groups that fit. Not thread-safe: one slot owns it.
 */
public final class IndexedFloor implements Floor {
    private final FreeAgents agents = new FreeAgents();
    private final WaitingLines contacts = new WaitingLines();
    private final Arrivals arrivals = new Arrivals();
    private final Map<QueueId, QueueGoal> goals = new HashMap<>();

    /** Makes an empty floor. */
    public IndexedFloor() {}

    /**
     * Adds or replaces a free agent.
     *
     * @param agent who
     */
    public void put(FreeAgent agent) {
        agents.put(agent);
    }

    /**
     * Takes an agent off.
     *
     * @param agent who; unknown ones are ignored
     */
    public void removeAgent(AgentId agent) {
        agents.remove(agent);
    }

    /**
     * Adds or replaces a waiting contact.
     *
     * @param contact what waits
     */
    public void put(Waiting contact) {
        if (contacts.put(contact)) {
            arrivals.came(contact);
        }
    }

    /**
     * Takes a contact off.
     *
     * @param contact which; unknown ones are ignored
     */
    public void removeContact(ContactId contact) {
        contacts.remove(contact);
    }

    /**
     * Adds or replaces a queue's goal.
     *
     * @param goal the goal
     */
    public void put(QueueGoal goal) {
        goals.put(goal.queue(), goal);
    }

    /**
     * All free agents.
     *
     * @return a view, in no certain order
     */
    public Collection<FreeAgent> agents() {
        return Collections.unmodifiableCollection(agents.all());
    }

    /**
     * All that wait.
     *
     * @return a copy, in no certain order
     */
    public Collection<Waiting> contacts() {
        return contacts.all();
    }

    /**
     * The first contact of each line, whomever it bars.
     *
     * @return a copy, in the order of {@link Waiting#RANK}
     */
    public List<Waiting> heads() {
        return contacts.lines()
                .map(WaitingLines.Line::head)
                .sorted(Waiting.RANK)
                .toList();
    }

    /**
     * The first of those due that an agent fits.
     *
     * @param agent a free agent
     * @return before whom he can be given nobody; costs nothing while nobody is due
     */
    public Optional<Waiting> firstDue(FreeAgent agent) {
        return contacts.firstDue(agent);
    }

    /**
     * Whether nobody stands before a contact in its line whom an agent could take.
     *
     * @param contact one that waits
     * @param agent a free agent who fits it
     * @return true if it is the first for him of those who ask for the same
     */
    public boolean firstOfItsLine(Waiting contact, FreeAgent agent) {
        return contacts.firstOfItsLine(contact, agent);
    }

    /**
     * Counts that somebody was taken before the first of each line that the agent fits.
     *
     * @param agent who took somebody
     * @param taken whom he took; still on the floor or not
     * @param ceiling how often is enough
     * @return those for whom this was often enough
     */
    public List<Waiting> overtaken(FreeAgent agent, Waiting taken, int ceiling) {
        return contacts.overtaken(agent, taken, ceiling);
    }

    @Override
    public Stream<FreeAgent> agentsFor(Waiting contact) {
        return agents.fitting(contact);
    }

    @Override
    public Optional<FreeAgent> firstFor(Waiting contact) {
        return agents.first(contact, false);
    }

    @Override
    public Optional<FreeAgent> primaryFor(Waiting contact) {
        return agents.first(contact, true);
    }

    @Override
    public int spare(SkillId skill, WorkKind kind) {
        return agents.spare(skill, kind);
    }

    @Override
    public Stream<Waiting> contactsFor(FreeAgent agent) {
        return contacts.contactsFor(agent);
    }

    @Override
    public List<? extends Line> lines(FreeAgent agent) {
        return contacts.linesFor(agent);
    }

    @Override
    public int arrivals(SkillId skill, Instant after) {
        return arrivals.after(skill, after);
    }

    @Override
    public Optional<FreeAgent> agent(AgentId agent) {
        return agents.agent(agent);
    }

    @Override
    public Optional<Waiting> contact(ContactId contact) {
        return contacts.contact(contact);
    }

    @Override
    public Optional<QueueGoal> goal(QueueId queue) {
        return Optional.ofNullable(goals.get(queue));
    }
}
