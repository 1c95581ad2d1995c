// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Calls that agents begin: they enter at step 4 with the agent. His own phone rings first; once he is there the
 * customer is dialled, as somebody who is called back, but once.
 */
final class CallingOut {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final String LOCALE = "zh-CN";

    private final SlotState state;
    private final Surroundings around;
    private final Attending attending;
    private final Offering offering;
    private final Ending ending;
    private final Callbacks callbacks;

    CallingOut(
            SlotState state,
            Surroundings around,
            Attending attending,
            Offering offering,
            Ending ending,
            Callbacks callbacks) {
        this.state = state;
        this.around = around;
        this.attending = attending;
        this.offering = offering;
        this.ending = ending;
        this.callbacks = callbacks;
    }

    CommandResult dial(Turn turn, Arriving.Ticket ticket, QueueId queue, Address.PhoneNumber to, Actor.Person actor) {
        AgentId who = new AgentId(actor.user().value());
        Optional<LiveAgent> agent = attending.agent(who, turn.now());
        Optional<Address> ours = around.outbound().flatMap(calls -> calls.shown(queue));
        if (agent.isEmpty()) {
            return Refusals.unknownAgent(who);
        } else if (ours.isEmpty()) {
            return CallRefusals.noLineOut();
        }
        Optional<CommandResult> refusal = mayNotCall(agent.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LiveInteraction contact =
                turn.arrive(ticket.id(), ticket.unit(), 1, event(ticket, queue, ours.get(), to), actor);
        state.add(contact);
        callbacks.line(contact, contact.callback().orElseThrow());
        around.calledOut(who);
        offering.ringsWhoAsked(turn, contact, agent.get(), "begun by himself", actor);
        return new CommandResult.Done(Map.of(
                "interaction", ticket.id().toString(),
                "number", ticket.number(),
                "device", "asked"));
    }

    private Optional<CommandResult> mayNotCall(LiveAgent agent) {
        UnitId unit = agent.person().unit();
        return CallRefusals.cannotTalk(agent).or(() -> around.outboundFull(agent.agent(), unit)
                .map(full ->
                        CallRefusals.outboundFull(full.cap(), full.opensAt().map(at -> clock(at, around.zone(unit))))));
    }

    /** The minute from which on it is possible: one that has begun counts as over. */
    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.plusSeconds(59).atZone(zone));
    }

    private InteractionEvent.Arrived event(
            Arriving.Ticket ticket, QueueId queue, Address ours, Address.PhoneNumber to) {
        return new InteractionEvent.Arrived(
                ticket.number(),
                ticket.conversation(),
                around.outboundChannel(),
                LiveInteraction.CALL,
                Direction.OUTBOUND,
                queue,
                new Confidential.Clear(ours.text()),
                Optional.of(new Confidential.Clear(to.text())),
                Optional.empty(),
                Optional.empty(),
                LOCALE,
                Optional.empty());
    }

    /** His own phone did not take it, or he thought better of it: nobody was dialled. */
    void calledOff(Turn turn, LiveInteraction contact, String why, Actor actor) {
        offering.withdraw(turn, contact, why);
        if (contact.inner()) {
            ending.calledOff(turn, contact, why, actor);
            return;
        }
        ending.giveUp(turn, contact, why.startsWith(LiveInteraction.DEVICE) ? "own-phone" : why, actor);
    }
}
