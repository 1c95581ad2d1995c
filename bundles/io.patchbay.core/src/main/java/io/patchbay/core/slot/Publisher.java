// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.slot;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.interaction.Interaction;
import java.util.List;

/** Takes the new pictures of a turn once they are durable. Called on the slot's thread, in order. */
@FunctionalInterface
public interface Publisher {
    void publish(List<Interaction> interactions, List<AgentDesk> desks);
}
