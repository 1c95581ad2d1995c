// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Agents and queues as they are now, as services. */
@Component
public final class AgentsComponent implements Agents, LiveQueues {
    private final Agents agents;
    private final LiveQueues queues;

    @Activate
    public AgentsComponent(@Reference CoreComponent core) {
        agents = core.node().agents();
        queues = core.node().queues();
    }

    @Override
    public List<AgentState> agents(Scope scope) {
        return agents.agents(scope);
    }

    @Override
    public Optional<AgentDesk> desk(Scope scope, AgentId agent) {
        return agents.desk(scope, agent);
    }

    @Override
    public Watch watch(AgentId agent, Consumer<AgentDesk> listener) {
        return agents.watch(agent, listener);
    }

    @Override
    public void windowOpened(AgentId agent, String window) {
        agents.windowOpened(agent, window);
    }

    @Override
    public void windowClosed(AgentId agent, String window) {
        agents.windowClosed(agent, window);
    }

    @Override
    public List<QueueFigures> figures(Scope scope) {
        return queues.figures(scope);
    }

    @Override
    public Optional<WaitEstimate> estimate(InteractionId contact) {
        return queues.estimate(contact);
    }
}
