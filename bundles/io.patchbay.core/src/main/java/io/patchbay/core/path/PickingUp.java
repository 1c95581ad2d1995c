// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import java.util.Map;
import java.util.Optional;

/**
 * A call that rings at an agent's is taken by another agent of its queue, or by a supervisor; in one turn: the first
 * has it.
 */
final class PickingUp {
    private final SlotState state;
    private final Surroundings around;
    private final Attending attending;
    private final Offering offering;

    PickingUp(SlotState state, Surroundings around, Attending attending, Offering offering) {
        this.state = state;
        this.around = around;
        this.attending = attending;
        this.offering = offering;
    }

    CommandResult pickUp(Turn turn, AgentId from, Actor.Person actor) {
        AgentId who = new AgentId(actor.user().value());
        Optional<LiveAgent> agent = attending.agent(who, turn.now());
        Optional<LiveInteraction> ringing = ringsAt(from);
        if (agent.isEmpty()) {
            return Refusals.unknownAgent(who);
        } else if (ringing.isEmpty() || from.equals(who)) {
            return CallRefusals.nothingRings(
                    around.person(new UserId(from.value())).map(Person::name).orElse(from.value()));
        } else if (!his(ringing.get(), agent.get(), actor)) {
            return Refusals.notYourQueue(ringing.get().queue());
        }
        Optional<CommandResult> refusal = CallRefusals.cannotTalk(agent.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        offering.pickedUp(turn, ringing.get(), agent.get(), actor);
        return new CommandResult.Done(Map.of("interaction", ringing.get().id().toString(), "device", "asked"));
    }

    /** A supervisor needs a phone that is free, and no desk. */
    CommandResult intercept(Turn turn, LiveInteraction contact, AgentId who, String reason, Actor actor) {
        Optional<AgentId> from = contact.offer().map(LivePart::agent);
        if (!rings(contact)) {
            return CallRefusals.ringsNowhere(contact.arrived().number());
        } else if (from.filter(who::equals).isPresent()) {
            return CallRefusals.ownContact();
        } else if (around.unreachable(who).contains(LiveInteraction.CALL)) {
            return CallRefusals.yourPhone();
        } else if (onThePhone(turn, who)) {
            return CallRefusals.callOpen();
        }
        offering.intercepted(turn, contact, who, reason, actor);
        return new CommandResult.Done(Map.of("interaction", contact.id().toString(), "device", "asked"));
    }

    private boolean onThePhone(Turn turn, AgentId who) {
        Optional<Boolean> known = around.decidedHere(who)
                ? attending.agent(who, turn.now()).map(LiveAgent::onThePhone)
                : around.agent(who).map(state -> LiveAgent.onThePhone(state.load()));
        return known.orElse(false);
    }

    private static boolean rings(LiveInteraction contact) {
        return contact.queued()
                && contact.contact().kind().equals(LiveInteraction.CALL)
                && contact.offer().isPresent();
    }

    private Optional<LiveInteraction> ringsAt(AgentId agent) {
        return state.interactions().stream()
                .filter(PickingUp::rings)
                .filter(contact -> contact.offer()
                        .filter(part -> part.agent().equals(agent))
                        .isPresent())
                .findFirst();
    }

    private boolean his(LiveInteraction contact, LiveAgent agent, Actor.Person actor) {
        return actor.scope().may(Permissions.AGENT, contact.place())
                && around.queue(contact.queue())
                        .filter(queue -> queue.servedBy(agent.person().work().skills()))
                        .isPresent();
    }
}
