// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;

/** What happens to an agent's presence. */
public sealed interface PresenceEvent extends CoreEvent {
    /**
     * {@code presence.changed}: from here on.
     *
     * @param agent whose
     * @param presence the new one
     */
    record Changed(AgentId agent, Presence presence) implements PresenceEvent {}
}
