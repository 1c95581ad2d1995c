// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.watch.Watch;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Which agents a kind of work reaches, registered as a service by a channel whose agents need a device of their own,
 * such as a phone. While it is there, an agent it does not reach is offered nothing of its kind.
 */
@ConsumerType
public interface Reach {
    /**
     * The kind of work meant.
     *
     * @return the same kind always
     */
    WorkKind kind();

    /**
     * Whether an agent can be reached now. Answers at once; safe for any thread.
     *
     * @param agent who
     * @return true if a contact can be offered to him
     */
    boolean reaches(AgentId agent);

    /**
     * Follows the answers.
     *
     * @param changed told after each agent's change, on a thread of the channel's
     * @return ends it
     */
    Watch watch(Consumer<AgentId> changed);
}
