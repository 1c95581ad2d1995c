// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.slot.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Presence: what an agent says, and what follows when his windows are gone or his record changes. */
final class Attending {
    /** How long an agent without any window counts as still there. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final Actor SYSTEM = new Actor.Part("core");

    private final SlotState state;
    private final Surroundings around;
    private final Offering offering;

    Attending(SlotState state, Surroundings around, Offering offering) {
        this.state = state;
        this.around = around;
        this.offering = offering;
    }

    CommandResult change(Turn turn, AgentCommand.ChangePresence command, Actor actor) {
        LiveAgent agent = agent(command.agent(), turn.now()).orElse(null);
        if (agent == null) {
            return Refusals.unknownAgent(command.agent());
        }
        Optional<CommandResult> wrong = wrong(agent, command);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Presence next = command.presence() instanceof Presence.LoggedOut && agent.dueWork() > 0
                ? new Presence.NotReady(Presence.NotReady.LEAVING)
                : command.presence();
        if (!agent.presence().equals(next)) {
            turn.record(agent, new PresenceEvent.Changed(agent.agent(), next, command.why()), actor);
        }
        offering.agentChanged(turn, agent);
        return new Done();
    }

    private Optional<CommandResult> wrong(LiveAgent agent, AgentCommand.ChangePresence command) {
        Presence wanted = command.presence();
        if (wanted instanceof Presence.LoggedOut
                && agent.dueWork() > 0
                && command.why().isEmpty()) {
            return Optional.of(Refusals.workOpen(agent.agent(), agent.dueWork()));
        } else if (wanted instanceof Presence.NotReady away && !away.equals(agent.presence())) {
            List<String> known = around.codes(Code.Use.NOT_READY).stream()
                    .filter(code -> !code.retired())
                    .map(Code::key)
                    .toList();
            return known.contains(away.reason()) || away.reason().equals(Presence.NotReady.PREPARING)
                    ? Optional.empty()
                    : Optional.of(Refusals.unknownCode("reason", away.reason(), known));
        }
        return Optional.empty();
    }

    /** The agent, taken up at his first act. */
    Optional<LiveAgent> agent(AgentId id, Instant now) {
        Optional<LiveAgent> known = state.agent(id);
        if (known.isPresent()) {
            return known;
        }
        Optional<LiveAgent> fresh = around.person(new UserId(id.value()))
                .filter(Person::enabled)
                .map(person -> new LiveAgent(id, person, now));
        fresh.ifPresent(agent -> {
            agent.unreachable(around.unreachable(id));
            state.add(agent);
        });
        return fresh;
    }

    void windowOpened(Turn turn, AgentId id, String window) {
        agent(id, turn.now()).ifPresent(agent -> {
            agent.windowOpened(window);
            turn.touch(agent);
        });
    }

    void windowClosed(AgentId id, String window) {
        state.agent(id).filter(agent -> agent.windowClosed(window)).ifPresent(agent -> graceLater(id));
    }

    /** After a restart nobody has a window yet: they have the grace to come back. */
    void graceLater(AgentId id) {
        around.later(GRACE, turn -> state.agent(id).ifPresent(agent -> lost(turn, agent)));
    }

    private void lost(Turn turn, LiveAgent agent) {
        if (agent.watched() || !agent.ready()) {
            return;
        } else if (agent.inCall()) {
            graceLater(agent.agent());
            return;
        }
        Presence away = new Presence.NotReady(Presence.NotReady.CONNECTION_LOST);
        turn.record(agent, new PresenceEvent.Changed(agent.agent(), away), SYSTEM);
        offering.agentChanged(turn, agent);
    }

    /** A device of his came or went, or its channel did. */
    void reachChanged(Turn turn, AgentId id) {
        state.agent(id)
                .filter(agent -> agent.unreachable(around.unreachable(id)))
                .ifPresent(agent -> offering.agentChanged(turn, agent));
    }

    /** He is a guest in a colleague's contact, or no more: his phone is busy with it. */
    void visits(Turn turn, AgentId id, Optional<AgentDesk.Participation> visit, InteractionId contact) {
        agent(id, turn.now()).ifPresent(agent -> {
            visit.ifPresentOrElse(agent::visits, () -> agent.visited(contact, turn.now()));
            offering.agentChanged(turn, agent);
        });
    }

    /** His record was changed: new skills and capacity count at once; a disabled one takes nothing more. */
    void recordChanged(Turn turn, AgentId id) {
        state.agent(id).ifPresent(agent -> {
            Optional<Person> person = around.person(new UserId(id.value()));
            person.ifPresent(agent::profile);
            if (person.filter(Person::enabled).isEmpty() && !(agent.presence() instanceof Presence.LoggedOut)) {
                turn.record(agent, new PresenceEvent.Changed(id, new Presence.LoggedOut()), SYSTEM);
            }
            offering.agentChanged(turn, agent);
        });
    }
}
