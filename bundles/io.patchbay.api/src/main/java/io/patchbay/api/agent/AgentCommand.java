// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;

/** What changes an agent's presence. */
public sealed interface AgentCommand extends Command {
    /**
     * Changes presence. Asked by the agent himself or a supervisor. While he works, {@code NotReady} and
     * {@code LoggedOut} take nothing away from his desk: no new offers come.
     *
     * @param agent whose
     * @param presence the wish; a reason that is not configured is refused
     */
    record ChangePresence(AgentId agent, Presence presence) implements AgentCommand {}
}
