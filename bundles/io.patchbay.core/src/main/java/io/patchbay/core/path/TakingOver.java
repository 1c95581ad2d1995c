// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A guest becomes the agent of the contact: a consulted colleague, a supervisor; or somebody outside keeps it. */
final class TakingOver {
    private static final Actor PHONE = new Actor.Part("phone");

    private final SlotState state;
    private final Attending attending;
    private final Surroundings around;
    private final Offering offering;
    private final Ending ending;
    private final Visits visits;
    private final Set<Wish> wishes = new HashSet<>();

    private record Wish(InteractionId contact, PartyId guest) {}

    TakingOver(
            SlotState state,
            Attending attending,
            Surroundings around,
            Offering offering,
            Ending ending,
            Visits visits) {
        this.state = state;
        this.attending = attending;
        this.around = around;
        this.offering = offering;
        this.ending = ending;
        this.visits = visits;
    }

    /** The agent leaves the customer with a guest who has answered. */
    CommandResult complete(Turn turn, LiveInteraction contact, PartyId party, Actor actor) {
        Optional<Participant> guest = contact.parties().of(party);
        if (contact.inner()) {
            return CallRefusals.amongColleagues();
        } else if (guest.filter(one -> one.role() != Role.AGENT && one.role() != Role.CUSTOMER)
                .isEmpty()) {
            return CallRefusals.nobodyCalledIn();
        } else if (guest.get().manner() == Manner.RINGING) {
            return CallRefusals.stillRings();
        }
        return party.agent().isPresent()
                ? toGuest(turn, contact, party.agent().get(), actor)
                : toOutside(turn, contact, party, actor);
    }

    /** A guest who is decided about elsewhere takes the contact with him; then its agent has no wrap-up. */
    private CommandResult toGuest(Turn turn, LiveInteraction contact, AgentId guest, Actor actor) {
        boolean here = around.decidedHere(guest);
        contact.engaged().ifPresent(part -> {
            if (here) {
                ending.beginWrapUp(turn, contact, part, actor);
            } else {
                ending.finish(turn, contact, part.agent(), Assignment.End.TRANSFERRED, Optional.empty(), "", actor);
            }
        });
        turn.record(contact, new ParticipantEvent.Left(PartyId.of(guest), "takes"), actor);
        turn.record(contact, new AssignmentEvent.Offered(guest, turn.now(), "takes it over / 接管"), actor);
        turn.record(contact, new AssignmentEvent.Accepted(guest), actor);
        turn.record(contact, new InteractionEvent.Connected(guest), actor);
        tell(turn, contact, guest);
        visits.arranged(turn, contact);
        if (here) {
            takes(turn, contact, guest);
        } else {
            around.handOver(turn, contact);
        }
        visits.over(turn, contact, guest);
        return new Done();
    }

    private void tell(Turn turn, LiveInteraction contact, AgentId guest) {
        if (visits.conference(contact).isPresent()) {
            visits.tell(turn, contact, conference -> conference.takesOver(guest));
        } else {
            String name =
                    around.person(new UserId(guest.value())).map(Person::name).orElse("");
            state.session(contact.id()).ifPresent(session -> turn.after(() -> session.connect(guest, name)));
        }
    }

    private void takes(Turn turn, LiveInteraction contact, AgentId guest) {
        attending.agent(guest, turn.now()).ifPresent(agent -> {
            agent.take(contact);
            agent.answered();
            offering.agentChanged(turn, agent);
        });
    }

    private CommandResult toOutside(Turn turn, LiveInteraction contact, PartyId party, Actor actor) {
        turn.record(contact, new ParticipantEvent.Changed(party, Manner.TALKING, false), actor);
        turn.record(contact, new ParticipantEvent.Changed(PartyId.CUSTOMER, Manner.TALKING, false), actor);
        contact.engaged().ifPresent(part -> {
            AgentId agent = part.agent();
            ending.beginWrapUp(turn, contact, part, actor);
            turn.after(() -> state.session(contact.id()).ifPresent(session -> session.disconnect(agent)));
        });
        visits.arranged(turn, contact);
        return new Done();
    }

    /** A guest takes it as soon as he answers. */
    void onceThere(LiveInteraction contact, PartyId guest) {
        wishes.add(new Wish(contact.id(), guest));
    }

    void notThere(LiveInteraction contact, PartyId guest) {
        wishes.remove(new Wish(contact.id(), guest));
    }

    /** Who was to take it has answered; whether he was. */
    boolean came(Turn turn, LiveInteraction contact, Participant guest) {
        if (!wishes.remove(new Wish(contact.id(), guest.id()))) {
            return false;
        }
        turn.record(contact, new ParticipantEvent.Changed(guest.id(), Manner.TALKING, false), PHONE);
        complete(turn, contact, guest.id(), PHONE);
        return true;
    }

    /** Customer and outsider had it among themselves, and the outsider is gone. */
    void nobodyLeft(Turn turn, LiveInteraction contact, Actor actor) {
        ending.letGo(turn, contact, actor);
    }
}
