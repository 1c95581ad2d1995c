// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Conference;
import java.util.Optional;

/** What supervisors do in agents' contacts, by right for where the contact lies; the reason stays in the journal. */
final class Supervising {
    private final SlotState state;
    private final Surroundings around;
    private final Visits visits;
    private final Conferring conferring;
    private final TakingOver takingOver;
    private final PickingUp intercepting;

    Supervising(
            SlotState state,
            Surroundings around,
            Visits visits,
            Conferring conferring,
            TakingOver takingOver,
            PickingUp intercepting) {
        this.intercepting = intercepting;
        this.state = state;
        this.around = around;
        this.visits = visits;
        this.conferring = conferring;
        this.takingOver = takingOver;
    }

    CommandResult verb(Turn turn, AgentId who, SuperviseCommand command, Actor.Person actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        } else if (!Working.supervises(contact, actor)) {
            return Refusals.forbidden(Permissions.SUPERVISE);
        }
        Optional<Participant> self = contact.parties().of(PartyId.of(who));
        if (command instanceof SuperviseCommand.Stop) {
            return stop(turn, contact, self, actor);
        } else if (command instanceof SuperviseCommand.Intercept intercept) {
            return intercepting.intercept(turn, contact, who, intercept.reason(), actor);
        } else if (contact.engaged().isEmpty() || contact.remoteLeft()) {
            return CallRefusals.notWithAnAgent(contact.id());
        } else if (contact.engaged().map(LivePart::agent).filter(who::equals).isPresent()) {
            return CallRefusals.ownContact();
        } else if (command instanceof SuperviseCommand.Enter enter) {
            return enter(turn, contact, who, self, enter, actor);
        }
        return takeOver(turn, contact, who, self, (SuperviseCommand.TakeOver) command, actor);
    }

    private CommandResult stop(Turn turn, LiveInteraction contact, Optional<Participant> self, Actor actor) {
        if (self.filter(one -> one.role() == Role.SUPERVISOR).isEmpty()) {
            return CallRefusals.notThere();
        }
        conferring.goes(turn, contact, self.get().id(), "left", actor);
        return new Done();
    }

    private CommandResult enter(
            Turn turn,
            LiveInteraction contact,
            AgentId who,
            Optional<Participant> self,
            SuperviseCommand.Enter command,
            Actor actor) {
        PartyId me = PartyId.of(who);
        boolean rings = self.filter(one -> one.manner() == Manner.RINGING).isPresent();
        Optional<CommandResult> refusal = self.isEmpty() ? mayNotCome(contact, who) : Optional.empty();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        comes(turn, contact, who, command.manner(), command.reason(), actor);
        if (visits.conference(contact).isEmpty() || (self.isPresent() && !rings)) {
            conferring.change(turn, contact, me, command.manner(), actor);
            visits.arranged(turn, contact);
        } else if (!rings) {
            ring(turn, contact, who);
        }
        return new Done();
    }

    private void comes(Turn turn, LiveInteraction contact, AgentId who, Manner manner, String reason, Actor actor) {
        turn.record(
                contact,
                new ParticipantEvent.Joined(
                        PartyId.of(who),
                        Role.SUPERVISOR,
                        manner,
                        Optional.empty(),
                        Optional.of(reason),
                        Optional.empty(),
                        Optional.empty()),
                actor);
        visits.changed(turn, contact, contact.parties().of(PartyId.of(who)).orElseThrow());
    }

    private void ring(Turn turn, LiveInteraction contact, AgentId who) {
        String agent = contact.engaged()
                .map(LivePart::agent)
                .flatMap(id -> around.person(new UserId(id.value())))
                .map(Person::name)
                .orElse("");
        Conference.Shown shown =
                new Conference.Shown(agent, Optional.empty(), contact.arrived().number());
        visits.tell(turn, contact, conference -> conference.ring(who, shown, true));
        conferring.silentLater(contact.id(), PartyId.of(who));
    }

    private Optional<CommandResult> mayNotCome(LiveInteraction contact, AgentId who) {
        if (contact.parties().all().size() >= CallCommand.MOST_PARTIES) {
            return Optional.of(CallRefusals.full());
        } else if (visits.conference(contact).isPresent()
                && around.unreachable(who).contains(contact.contact().kind())) {
            return Optional.of(CallRefusals.yourPhone());
        }
        return Optional.empty();
    }

    private CommandResult takeOver(
            Turn turn,
            LiveInteraction contact,
            AgentId who,
            Optional<Participant> self,
            SuperviseCommand.TakeOver command,
            Actor actor) {
        PartyId me = PartyId.of(who);
        Optional<CommandResult> refusal = self.isEmpty() ? mayNotCome(contact, who) : Optional.empty();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean there = self.filter(one -> one.manner() != Manner.RINGING).isPresent();
        comes(turn, contact, who, Manner.TALKING, command.reason(), actor);
        if (there || visits.conference(contact).isEmpty()) {
            conferring.change(turn, contact, me, Manner.TALKING, actor);
            return takingOver.complete(turn, contact, me, actor);
        }
        takingOver.onceThere(contact, me);
        if (self.isEmpty()) {
            ring(turn, contact, who);
        }
        return new Done();
    }
}
