// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import java.util.Optional;

/** What happens to an agent's presence. */
public sealed interface PresenceEvent extends CoreEvent {
    /**
     * {@code presence.changed}: from here on.
     *
     * @param agent whose
     * @param presence the new one
     * @param why a supervisor's words for it
     */
    record Changed(AgentId agent, Presence presence, Optional<String> why) implements PresenceEvent {
        /**
         * His own, or one that follows from something else.
         *
         * @param agent whose
         * @param presence the new one
         */
        public Changed(AgentId agent, Presence presence) {
            this(agent, presence, Optional.empty());
        }
    }
}
