// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides who takes what. Pure and deterministic: no I/O, no state, no clock of its own. A plug-in's strategy runs on a
 * worker with a snapshot and at most 20 ms; after that the built-in one decides.
 */
@ConsumerType
public interface RoutingStrategy {
    /**
     * Which waiting contact a free agent takes.
     *
     * @param agent free now; on the floor
     * @param floor all free agents and waiting contacts
     * @param now the moment of the decision
     * @return a contact on the floor that the agent fits, or none
     */
    Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now);

    /**
     * Which free agent an arriving contact takes.
     *
     * @param contact waiting now; on the floor
     * @param floor all free agents and waiting contacts
     * @param now the moment of the decision
     * @return an agent on the floor who fits the contact, or none
     */
    Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now);
}
