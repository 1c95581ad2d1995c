// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.WorkMatrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who fits the steps of a draft, and who of them is free now. A reading of one moment. */
final class Coverage {
    private final List<Person> people;
    private final Map<AgentId, AgentState> states;
    private final WorkMatrix matrix;

    /**
     * Who fits a step.
     *
     * @param fit how many people have what it asks for
     * @param free of these, who could take something at once
     */
    record Fit(int fit, int free) {}

    /**
     * Somebody who serves the queue.
     *
     * @param person who
     * @param step the first step he fits, from 1
     * @param state how he is now; empty if he has not signed in since he was hired
     */
    record Server(Person person, int step, Optional<AgentState> state) {}

    Coverage(List<Person> people, List<AgentState> states, WorkMatrix matrix) {
        this.people = people.stream()
                .filter(Person::enabled)
                .filter(one -> one.work().capacity().values().stream().anyMatch(most -> most > 0))
                .toList();
        this.states = states.stream().collect(Collectors.toMap(AgentState::agent, Function.identity()));
        this.matrix = matrix;
    }

    Fit of(DraftStep step) {
        List<Person> fitting =
                people.stream().filter(one -> step.takes(one.work().skills())).toList();
        long free = fitting.stream()
                .filter(one -> state(one).filter(this::free).isPresent())
                .count();
        return new Fit(fitting.size(), (int) free);
    }

    /** Everybody who fits any step, those of early steps first. */
    List<Server> servers(List<DraftStep> steps) {
        return people.stream()
                .flatMap(one -> IntStream.range(0, steps.size())
                        .filter(i -> steps.get(i).takes(one.work().skills()))
                        .limit(1)
                        .mapToObj(i -> new Server(one, i + 1, state(one))))
                .sorted(java.util.Comparator.comparingInt(Server::step))
                .toList();
    }

    private Optional<AgentState> state(Person person) {
        return Optional.ofNullable(states.get(new AgentId(person.user().value())));
    }

    private boolean free(AgentState agent) {
        return agent.presence() instanceof Presence.Ready
                && agent.load().capacity().keySet().stream().anyMatch(kind -> room(agent, kind));
    }

    private boolean room(AgentState agent, WorkKind coming) {
        AgentState.Load load = agent.load();
        return load.of(coming) < load.capacity().get(coming)
                && !agent.unreachable().contains(coming)
                && load.capacity().keySet().stream()
                        .filter(doing -> load.of(doing) > 0)
                        .noneMatch(doing -> matrix.of(doing, coming) == WorkMatrix.Meeting.NEVER);
    }
}
