// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import java.util.Collection;
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
