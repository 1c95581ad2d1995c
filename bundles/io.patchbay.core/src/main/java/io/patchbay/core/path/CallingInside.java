// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import java.util.Map;
import java.util.Optional;

/**
 * Calls between colleagues: the caller's own phone first, then the colleague is a guest in a call without a customer.
 * It ends with whoever goes first, and nothing is left to do.
 */
final class CallingInside {
    private static final Actor PHONE = new Actor.Part("phone");
    private static final String LOCALE = "zh-CN";

    private final SlotState state;
    private final Surroundings around;
    private final Attending attending;
    private final Offering offering;
    private final Ending ending;
    private final Conferring conferring;

    CallingInside(
            SlotState state,
            Surroundings around,
            Attending attending,
            Offering offering,
            Ending ending,
            Conferring conferring) {
        this.state = state;
        this.around = around;
        this.attending = attending;
        this.offering = offering;
        this.ending = ending;
        this.conferring = conferring;
    }

    CommandResult call(Turn turn, Arriving.Ticket ticket, QueueId queue, Person colleague, Actor.Person actor) {
        AgentId who = new AgentId(actor.user().value());
        AgentId whom = new AgentId(colleague.user().value());
        Optional<LiveAgent> agent = attending.agent(who, turn.now());
        if (agent.isEmpty()) {
            return Refusals.unknownAgent(who);
        } else if (who.equals(whom)) {
            return CallRefusals.yourself();
        }
        Optional<CommandResult> refusal =
                CallRefusals.cannotTalk(agent.get()).or(() -> cannotBeCalled(whom, colleague));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ChannelSession[] made = new ChannelSession[1];
        Optional<ChannelSession> session = around.outbound()
                .flatMap(calls -> calls.between(ticket.id(), signal -> around.signal(ticket.id(), made[0], signal)));
        if (session.isEmpty()) {
            return CallRefusals.noLineOut();
        }
        made[0] = session.get();
        LiveInteraction contact = turn.arrive(
                ticket.id(), ticket.unit(), 1, event(ticket, queue, agent.get().person(), colleague), actor);
        state.add(contact);
        state.session(contact.id(), session.get());
        offering.ringsWhoAsked(turn, contact, agent.get(), "begun by himself", actor);
        return new CommandResult.Done(Map.of(
                "interaction", ticket.id().toString(),
                "number", ticket.number(),
                "device", "asked"));
    }

    private Optional<CommandResult> cannotBeCalled(AgentId whom, Person colleague) {
        if (colleague.extension().isEmpty() || around.unreachable(whom).contains(LiveInteraction.CALL)) {
            return Optional.of(CallRefusals.noPhoneThere(colleague.name()));
        }
        return around.agent(whom)
                .map(AgentState::load)
                .filter(LiveAgent::onThePhone)
                .map(busy -> CallRefusals.inACall(colleague.name()));
    }

    private InteractionEvent.Arrived event(Arriving.Ticket ticket, QueueId queue, Person caller, Person colleague) {
        String from = caller.extension().map(CallingInside::address).orElse("");
        return new InteractionEvent.Arrived(
                ticket.number(),
                ticket.conversation(),
                around.outboundChannel(),
                LiveInteraction.CALL,
                Direction.INTERNAL,
                queue,
                new Confidential.Clear(from.isEmpty() ? address("00") : from),
                Optional.of(new Confidential.Clear(address(colleague.extension().orElseThrow()))),
                Optional.of(new Confidential.Clear(colleague.name())),
                Optional.empty(),
                LOCALE,
                Optional.empty());
    }

    private static String address(String extension) {
        return new Address.Extension(extension).text();
    }

    /** The caller's phone is there: now the colleague's rings. */
    void begins(Turn turn, LiveInteraction contact, AgentId caller) {
        Optional<Person> colleague = contact.contact()
                .to()
                .filter(Address.Extension.class::isInstance)
                .map(Address.Extension.class::cast)
                .flatMap(extension -> around.extension(extension.digits()));
        boolean rings = colleague.isPresent()
                && conferring.askColleague(turn, contact, caller, colleague.get(), "", PHONE)
                        instanceof CommandResult.Done;
        if (!rings) { // he was taken off the list, or his phone out, at this moment
            colleague
                    .map(person -> PartyId.of(new AgentId(person.user().value())))
                    .map(party -> new AgentDesk.Missed(party, "unreachable"))
                    .ifPresent(missed -> state.agent(caller).ifPresent(agent -> agent.notReached(missed)));
            ending.letGo(turn, contact, PHONE);
        }
    }
}
