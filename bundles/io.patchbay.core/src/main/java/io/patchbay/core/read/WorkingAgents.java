// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.path.Known;
import io.patchbay.core.path.QueueGroups;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Agents for readers, and the windows they sit at. */
public final class WorkingAgents implements Agents {
    private final LiveBoard board;
    private final Known known;
    private final QueueGroups groups;

    public WorkingAgents(LiveBoard board, Known known, QueueGroups groups) {
        this.board = board;
        this.known = known;
        this.groups = groups;
    }

    @Override
    public List<AgentState> agents(Scope scope) {
        return of(board, scope);
    }

    /** The agents on a board, as a reader sees them. */
    public static List<AgentState> of(LiveBoard board, Scope scope) {
        return board.desks().stream()
                .map(AgentDesk::state)
                .filter(state -> visible(scope, state))
                .sorted(Comparator.comparing(AgentState::name))
                .toList();
    }

    private static boolean visible(Scope scope, AgentState state) {
        return scope.sees(state.unit())
                || scope.reader()
                        .filter(user -> user.value().equals(state.agent().value()))
                        .isPresent();
    }

    @Override
    public Optional<AgentDesk> desk(Scope scope, AgentId agent) {
        return board.desk(agent)
                .or(() -> known.person(new UserId(agent.value()))
                        .map(person -> new LiveAgent(agent, person, known.now()).view()))
                .filter(desk -> maySee(scope, desk.state()));
    }

    /** One's own desk always; others with the right and in one's units. */
    private static boolean maySee(Scope scope, AgentState state) {
        boolean own = scope.reader()
                .filter(user -> user.value().equals(state.agent().value()))
                .isPresent();
        return own || scope.may(Permissions.FLOOR, Place.of(state.unit()));
    }

    @Override
    public Watch watch(AgentId agent, Consumer<AgentDesk> listener) {
        return board.watchDesk(agent, listener);
    }

    @Override
    public void windowOpened(AgentId agent, String window) {
        groups.of(agent).windowOpened(agent, window);
    }

    @Override
    public void windowClosed(AgentId agent, String window) {
        groups.of(agent).windowClosed(agent, window);
    }
}
