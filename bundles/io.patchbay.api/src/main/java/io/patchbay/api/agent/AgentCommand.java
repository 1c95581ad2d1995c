// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.AgentId;
import java.util.Optional;

/** What changes an agent's presence. */
public sealed interface AgentCommand extends Command {
    /** The longest {@link ChangePresence#why}. */
    int LONGEST_WHY = 200;

    /**
     * Changes presence. Asked by the agent himself or a supervisor. While he works, {@code NotReady} and
     * {@code LoggedOut} take nothing away from his desk: no new offers come. Who signs out himself has to finish his
     * work first; whom a supervisor signs out is {@link Presence.NotReady#LEAVING} until his work is done.
     *
     * @param agent whose
     * @param presence the wish; a reason that is not configured is refused
     * @param why a supervisor's words, up to 200 characters, kept in the journal and shown to the agent; a person must
     *     give them for another's presence
     */
    record ChangePresence(AgentId agent, Presence presence, Optional<String> why) implements AgentCommand {
        public ChangePresence {
            why = why.map(String::strip).filter(words -> !words.isEmpty());
            if (why.filter(words -> words.length() > LONGEST_WHY).isPresent()) {
                throw new IllegalArgumentException("why must have at most " + LONGEST_WHY + " characters");
            }
        }

        /**
         * His own.
         *
         * @param agent whose
         * @param presence the wish
         */
        public ChangePresence(AgentId agent, Presence presence) {
            this(agent, presence, Optional.empty());
        }
    }
}
