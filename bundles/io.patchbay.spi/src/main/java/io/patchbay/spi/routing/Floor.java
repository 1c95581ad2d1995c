// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Free agents and waiting contacts, indexed: agents by skill set in idle order, contacts by needs in rank order.
 * Read-only to strategies; valid only during the call.
 */
@ProviderType
public interface Floor {
    /**
     * Agents who fit a contact, longest idle first. Lazy: taking the first costs little.
     *
     * @param contact a waiting contact
     * @return the fitting agents
     */
    Stream<FreeAgent> agentsFor(Waiting contact);

    /**
     * Contacts that fit an agent, in the order of {@link Waiting#RANK}. Lazy: taking the first costs little.
     *
     * @param agent a free agent
     * @return the fitting contacts
     */
    Stream<Waiting> contactsFor(FreeAgent agent);

    /**
     * Finds a free agent.
     *
     * @param agent who
     * @return he, if he is free
     */
    Optional<FreeAgent> agent(AgentId agent);

    /**
     * Finds a waiting contact.
     *
     * @param contact which
     * @return it, if it waits
     */
    Optional<Waiting> contact(ContactId contact);

    /**
     * A queue's goal.
     *
     * @param queue which
     * @return its goal, if the queue exists
     */
    Optional<QueueGoal> goal(QueueId queue);

    /**
     * The longest idle of the agents who fit a contact.
     *
     * @param contact a waiting contact
     * @return the first of {@link #agentsFor}, for less
     */
    Optional<FreeAgent> firstFor(Waiting contact);

    /**
     * The longest idle of the agents who fit a contact and whose primary skill it asks for.
     *
     * @param contact a waiting contact
     * @return the first of {@link #agentsFor} to whom {@link FreeAgent#primaryFor} applies
     */
    Optional<FreeAgent> primaryFor(Waiting contact);

    /**
     * How many free agents have room for a kind of work and a skill among their primary ones. Costs next to nothing.
     *
     * @param skill their primary skill
     * @param kind what they have room for
     * @return 0 or more
     */
    int spare(SkillId skill, WorkKind kind);

    /**
     * The lines in which an agent can find something, in no certain order.
     *
     * @param agent a free agent
     * @return lines whose needs he fits; they may be empty, or bar him
     */
    List<? extends Line> lines(FreeAgent agent);

    /**
     * How many contacts that ask for a skill have come lately, whatever became of them.
     *
     * @param skill which
     * @param after only those that came after this moment
     * @return 0 to {@value #REMEMBERED}
     */
    int arrivals(SkillId skill, Instant after);

    /** How many arrivals of a skill are remembered at most. */
    int REMEMBERED = 8;

    /** Contacts of one queue that ask for the same, in the order of {@link Waiting#RANK}. */
    @ProviderType
    interface Line {
        /**
         * Whose line it is.
         *
         * @return the queue
         */
        QueueId queue();

        /**
         * The first of them for an agent.
         *
         * @param agent a free agent who fits what the line asks for
         * @return the first that does not bar him
         */
        Optional<Waiting> first(FreeAgent agent);

        /**
         * The first for an agent among those not due whose place counts from a moment or later.
         *
         * @param agent a free agent who fits what the line asks for
         * @param from the moment, see {@link Waiting#counted()}
         * @return the first that does not bar him
         */
        Optional<Waiting> firstFrom(FreeAgent agent, Instant from);

        /**
         * How many wait in it.
         *
         * @return 0 or more
         */
        int size();
    }

    /**
     * A floor for tests and simulations.
     *
     * @param agents the free agents
     * @param contacts the waiting contacts
     * @param queues the queues' goals
     * @return an immutable floor
     */
    static Floor of(Collection<FreeAgent> agents, Collection<Waiting> contacts, Collection<QueueGoal> queues) {
        IndexedFloor floor = new IndexedFloor();
        queues.forEach(floor::put);
        agents.forEach(floor::put);
        contacts.forEach(floor::put);
        return floor;
    }
}
