// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Agents as they are now, after the journal has it. Reads answer from memory; safe for any thread. Changes are commands
 * ({@link AgentCommand}); windows are told here because they are facts, not wishes.
 */
@ProviderType
public interface Agents {
    /**
     * All agents the reader may see that have signed in at least once since they were hired, by name.
     *
     * @param scope who asks
     * @return their states
     */
    List<AgentState> agents(Scope scope);

    /**
     * One agent's desk.
     *
     * @param scope who asks; the agent himself always may
     * @param agent whose
     * @return the desk; that of a logged-out agent if he never worked; empty if he does not exist or is not visible
     */
    Optional<AgentDesk> desk(Scope scope, AgentId agent);

    /**
     * Follows a desk.
     *
     * @param agent whose
     * @param listener gets each new state, in order, on a thread of Patchbay's that it must not block
     * @return ends it
     */
    Watch watch(AgentId agent, Consumer<AgentDesk> listener);

    /**
     * A window (browser tab, phone, REST client) of an agent is open. When the last one is gone, 60 s later presence
     * becomes {@code NotReady(connection-lost)}, or as soon as the call then running ends.
     *
     * @param agent whose
     * @param window any name that is unique among his windows
     */
    void windowOpened(AgentId agent, String window);

    /**
     * A window is gone.
     *
     * @param agent whose
     * @param window the name it was opened under; an unknown one is ignored
     */
    void windowClosed(AgentId agent, String window);
}
