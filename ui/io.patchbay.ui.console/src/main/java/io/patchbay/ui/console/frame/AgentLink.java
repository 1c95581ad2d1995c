// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.UI;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.watch.Watch;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.core.Threads;
import java.util.UUID;
import java.util.function.Consumer;

/** Ties a window to its agent: tells the core that it is open, and that it is gone once nothing reaches it any more. */
final class AgentLink implements AutoCloseable {
    private final Agents agents;
    private final Services services;
    private final AgentId agent;
    private final UI ui;
    private final String name = "console-" + UUID.randomUUID();
    private Watch watch = () -> {};
    private boolean reported;

    AgentLink(Services services, AgentId agent, UI ui) {
        this.services = services;
        this.agents = services.agents();
        this.agent = agent;
        this.ui = ui;
    }

    AgentId agent() {
        return agent;
    }

    /** Opens the window and follows the desk. */
    void open(Threads threads, Consumer<AgentDesk> follower) {
        report(true);
        agents.desk(services.people().scope(new io.patchbay.api.id.UserId(agent.value())), agent)
                .ifPresent(follower);
        watch = agents.watch(agent, follower);
    }

    /** Looks whether the browser is still there; called again and again. */
    void look() {
        var push = ui.getInternals().getPushConnection();
        report(push == null || push.isConnected());
    }

    private synchronized void report(boolean open) {
        if (open == reported) {
            return;
        }
        reported = open;
        if (open) {
            agents.windowOpened(agent, name);
        } else {
            agents.windowClosed(agent, name);
        }
    }

    @Override
    public void close() {
        watch.close();
        report(false);
    }
}
