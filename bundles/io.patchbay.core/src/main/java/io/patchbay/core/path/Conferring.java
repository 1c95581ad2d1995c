// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import io.patchbay.spi.channel.OutboundCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verbs of a call: hold, mute, keys, and who else is called in. Each checks, decides and answers in one turn. */
final class Conferring {
    /** How long somebody who is called in may let it ring. */
    static final Duration RINGS = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Conferring.class);
    private static final Actor PHONE = new Actor.Part("phone");

    private final SlotState state;
    private final Surroundings around;
    private final Visits visits;
    private final TakingOver takingOver;

    Conferring(SlotState state, Surroundings around, Visits visits, TakingOver takingOver) {
        this.state = state;
        this.around = around;
        this.visits = visits;
        this.takingOver = takingOver;
    }

    CommandResult verb(Turn turn, AgentId who, CallCommand command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        }
        PartyId me = PartyId.of(who);
        Optional<Participant> self = contact.parties().of(me);
        if (self.isEmpty()) {
            return Refusals.notYours(contact.id());
        } else if (visits.conference(contact).isEmpty()) {
            return CallRefusals.noSound(contact.id());
        } else if (command instanceof CallCommand.Mute mute) {
            return mute(turn, contact, self.get(), mute.on(), actor);
        } else if (command instanceof CallCommand.Join) {
            visits.tell(turn, contact, conference -> conference.answer(who));
            return new Done();
        } else if (command instanceof CallCommand.Leave) {
            return leave(turn, contact, self.get(), actor);
        }
        return self.get().role() == Role.AGENT
                ? own(turn, contact, who, command, actor)
                : Refusals.notYours(contact.id());
    }

    private CommandResult own(Turn turn, LiveInteraction contact, AgentId who, CallCommand command, Actor actor) {
        if (contact.inner() && !(command instanceof CallCommand.Press || command instanceof CallCommand.Release)) {
            return CallRefusals.amongColleagues();
        } else if (command instanceof CallCommand.Hold) {
            change(turn, contact, PartyId.CUSTOMER, Manner.HELD, actor);
            visits.arranged(turn, contact);
        } else if (command instanceof CallCommand.Resume) {
            resume(turn, contact, actor);
        } else if (command instanceof CallCommand.Press press) {
            visits.tell(turn, contact, conference -> conference.press(press.digits()));
        } else if (command instanceof CallCommand.Consult consult) {
            return consult(turn, contact, who, consult.target(), consult.note(), actor);
        } else if (command instanceof CallCommand.Transfer transfer) {
            return transfer(turn, contact, who, transfer.target(), transfer.note(), actor);
        } else if (command instanceof CallCommand.Swap) {
            return swap(turn, contact, actor);
        } else if (command instanceof CallCommand.Confer) {
            return confer(turn, contact, actor);
        } else if (command instanceof CallCommand.Release release) {
            return release(turn, contact, release.party(), actor);
        } else if (command instanceof CallCommand.Complete complete) {
            return takingOver.complete(turn, contact, complete.party(), actor);
        } else {
            throw new AssertionError(command);
        }
        return new Done();
    }

    void change(Turn turn, LiveInteraction contact, PartyId party, Manner manner, Actor actor) {
        contact.parties().of(party).filter(now -> now.manner() != manner).ifPresent(now -> {
            turn.record(contact, new ParticipantEvent.Changed(party, manner, now.muted()), actor);
            if (now.role() != Role.CUSTOMER && now.role() != Role.AGENT) {
                visits.changed(turn, contact, contact.parties().of(party).orElseThrow());
            }
        });
    }

    private CommandResult mute(Turn turn, LiveInteraction contact, Participant self, boolean on, Actor actor) {
        if (self.manner() == Manner.RINGING) {
            return Refusals.notYours(contact.id());
        } else if (self.muted() != on) {
            turn.record(contact, new ParticipantEvent.Changed(self.id(), self.manner(), on), actor);
            visits.arranged(turn, contact);
        }
        return new Done();
    }

    private void resume(Turn turn, LiveInteraction contact, Actor actor) {
        contact.parties().consulted().stream()
                .filter(guest -> guest.manner() == Manner.TALKING && held(contact, PartyId.CUSTOMER))
                .forEach(guest -> change(turn, contact, guest.id(), Manner.HELD, actor));
        change(turn, contact, PartyId.CUSTOMER, Manner.TALKING, actor);
        visits.arranged(turn, contact);
    }

    private static boolean held(LiveInteraction contact, PartyId party) {
        return contact.parties()
                .of(party)
                .filter(one -> one.manner() == Manner.HELD)
                .isPresent();
    }

    private static List<Participant> there(LiveInteraction contact) {
        return contact.parties().consulted().stream()
                .filter(guest -> guest.manner() != Manner.RINGING)
                .toList();
    }

    private CommandResult swap(Turn turn, LiveInteraction contact, Actor actor) {
        if (there(contact).isEmpty()) {
            return CallRefusals.nobodyCalledIn();
        }
        Manner guests = held(contact, PartyId.CUSTOMER) ? Manner.HELD : Manner.TALKING;
        Manner customer = guests == Manner.HELD ? Manner.TALKING : Manner.HELD;
        there(contact).forEach(guest -> change(turn, contact, guest.id(), guests, actor));
        change(turn, contact, PartyId.CUSTOMER, customer, actor);
        visits.arranged(turn, contact);
        return new Done();
    }

    private CommandResult confer(Turn turn, LiveInteraction contact, Actor actor) {
        if (there(contact).isEmpty()) {
            return CallRefusals.nobodyCalledIn();
        }
        there(contact).forEach(guest -> change(turn, contact, guest.id(), Manner.TALKING, actor));
        change(turn, contact, PartyId.CUSTOMER, Manner.TALKING, actor);
        visits.arranged(turn, contact);
        return new Done();
    }

    private CommandResult release(Turn turn, LiveInteraction contact, PartyId party, Actor actor) {
        Optional<Participant> guest = contact.parties().consulted().stream()
                .filter(one -> one.id().equals(party))
                .findFirst();
        if (guest.isEmpty()) {
            return CallRefusals.nobodyCalledIn();
        }
        goes(turn, contact, party, "released", actor);
        return new Done();
    }

    private CommandResult leave(Turn turn, LiveInteraction contact, Participant self, Actor actor) {
        if (self.role() == Role.AGENT) {
            return Refusals.wrongState(contact.id(), contact.state());
        }
        goes(turn, contact, self.id(), self.manner() == Manner.RINGING ? "declined" : "left", actor);
        return new Done();
    }

    // ---- somebody is called in ----

    private CommandResult consult(
            Turn turn, LiveInteraction contact, AgentId who, CallCommand.Target target, String note, Actor actor) {
        if (contact.parties().all().size() >= CallCommand.MOST_PARTIES) {
            return CallRefusals.full();
        }
        Optional<Person> colleague = colleague(target);
        if (colleague.isPresent()) {
            return askColleague(turn, contact, who, colleague.get(), note, actor);
        } else if (target instanceof CallCommand.Target.Dialled number) {
            return callOutside(turn, contact, who, number.number(), note, actor);
        }
        return Refusals.unknownAgent(((CallCommand.Target.Colleague) target).agent());
    }

    /** Whoever answers has the customer at once. */
    private CommandResult transfer(
            Turn turn, LiveInteraction contact, AgentId who, CallCommand.Target target, String note, Actor actor) {
        CommandResult asked = consult(turn, contact, who, target, note, actor);
        if (asked instanceof Done done) {
            takingOver.onceThere(contact, new PartyId((String) done.result().get("party")));
        }
        return asked;
    }

    private Optional<Person> colleague(CallCommand.Target target) {
        return target instanceof CallCommand.Target.Colleague named
                ? around.person(new UserId(named.agent().value())).filter(Person::enabled)
                : around.extension(((CallCommand.Target.Dialled) target).number());
    }

    CommandResult askColleague(
            Turn turn, LiveInteraction contact, AgentId who, Person colleague, String note, Actor actor) {
        AgentId guest = new AgentId(colleague.user().value());
        if (contact.parties().of(PartyId.of(guest)).isPresent()) {
            return CallRefusals.alreadyThere(colleague.name());
        } else if (around.unreachable(guest).contains(contact.contact().kind())) {
            return CallRefusals.noPhone(colleague.name());
        }
        joins(turn, contact, PartyId.of(guest), Role.COLLEAGUE, Manner.TALKING, who, note, actor);
        Conference.Shown shown = shown(contact, who, note);
        visits.tell(turn, contact, conference -> conference.ring(guest, shown, false));
        return new Done(Map.of("party", PartyId.of(guest).value()));
    }

    private Conference.Shown shown(LiveInteraction contact, AgentId who, String note) {
        Optional<Person> asks = around.person(new UserId(who.value()));
        return new Conference.Shown(
                asks.map(Person::name).orElse(who.value()),
                asks.flatMap(Person::extension),
                note.isBlank() ? contact.arrived().number() : contact.arrived().number() + " " + note);
    }

    private CommandResult callOutside(
            Turn turn, LiveInteraction contact, AgentId who, String number, String note, Actor actor) {
        Optional<OutboundCalls.Checked> checked = around.outbound().map(calls -> calls.check(number, contact.queue()));
        if (checked.isEmpty()) {
            return CallRefusals.noLineOut();
        } else if (checked.get() instanceof OutboundCalls.Checked.Refused refused) {
            return new CommandResult.Refused(CommandResult.Kind.INVALID, refused.problem());
        }
        Address.PhoneNumber to = ((OutboundCalls.Checked.Good) checked.get()).number();
        PartyId party = contact.parties().outsider();
        turn.record(
                contact,
                new ParticipantEvent.Joined(
                        party,
                        Role.EXTERNAL,
                        Manner.TALKING,
                        Optional.of(who),
                        Optional.empty(),
                        Optional.of(new Confidential.Clear(to.text())),
                        note.isBlank() ? Optional.empty() : Optional.of(new Confidential.Clear(note))),
                actor);
        holdsFor(turn, contact, party, actor);
        visits.tell(turn, contact, conference -> conference.dial(party, to));
        return new Done(Map.of("party", party.value()));
    }

    private void joins(
            Turn turn,
            LiveInteraction contact,
            PartyId party,
            Role role,
            Manner manner,
            AgentId by,
            String note,
            Actor actor) {
        turn.record(
                contact,
                new ParticipantEvent.Joined(
                        party,
                        role,
                        manner,
                        Optional.of(by),
                        Optional.empty(),
                        Optional.empty(),
                        note.isBlank() ? Optional.empty() : Optional.of(new Confidential.Clear(note))),
                actor);
        visits.changed(turn, contact, contact.parties().of(party).orElseThrow());
        holdsFor(turn, contact, party, actor);
    }

    private void holdsFor(Turn turn, LiveInteraction contact, PartyId party, Actor actor) {
        change(turn, contact, PartyId.CUSTOMER, Manner.HELD, actor);
        visits.arranged(turn, contact);
        silentLater(contact.id(), party);
    }

    void silentLater(InteractionId id, PartyId party) {
        around.later(RINGS, turn -> state.interaction(id)
                .filter(contact -> contact.parties()
                        .of(party)
                        .filter(guest -> guest.manner() == Manner.RINGING)
                        .isPresent())
                .ifPresent(contact -> goes(turn, contact, party, "no-answer", PHONE)));
    }

    /** Tells what guests' devices did; whether it was that. */
    boolean take(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        if (signal instanceof ChannelSignal.GuestAnswered answered) {
            comes(turn, contact, answered.party());
        } else if (signal instanceof ChannelSignal.GuestLeft left) {
            if (contact.parties().of(left.party()).isPresent()) {
                goes(turn, contact, left.party(), left.cause(), PHONE);
            }
        } else if (signal instanceof ChannelSignal.DeviceTransfers device) {
            deviceTransfers(turn, contact, device);
        } else if (signal instanceof ChannelSignal.DeviceHolds device) {
            deviceHolds(turn, contact, device);
        } else if (signal instanceof ChannelSignal.AgentHungUp gone) {
            return leavesConference(turn, contact, gone.agent());
        } else {
            return false;
        }
        return true;
    }

    /** Who hangs up while the customer talks with others too leaves him with the first of them. */
    private boolean leavesConference(Turn turn, LiveInteraction contact, AgentId who) {
        Optional<Participant> other = contact.parties().consulted().stream()
                .filter(guest -> guest.manner() == Manner.TALKING && !held(contact, PartyId.CUSTOMER))
                .findFirst();
        if (contact.inner()
                || contact.lastOpenPart(who).filter(LivePart::engaged).isEmpty()
                || other.isEmpty()) {
            return false;
        }
        takingOver.complete(turn, contact, other.get().id(), PHONE);
        return true;
    }

    private void deviceHolds(Turn turn, LiveInteraction contact, ChannelSignal.DeviceHolds device) {
        if (contact.inner()
                || contact.lastOpenPart(device.agent())
                        .filter(LivePart::engaged)
                        .isEmpty()) {
            return;
        } else if (device.holds()) {
            change(turn, contact, PartyId.CUSTOMER, Manner.HELD, PHONE);
            visits.arranged(turn, contact);
        } else {
            resume(turn, contact, PHONE);
        }
    }

    /** His transfer key; a refusal leaves everything as it is. */
    private void deviceTransfers(Turn turn, LiveInteraction contact, ChannelSignal.DeviceTransfers device) {
        if (!contact.inner()
                && contact.lastOpenPart(device.agent())
                        .filter(LivePart::engaged)
                        .isPresent()
                && transfer(turn, contact, device.agent(), new CallCommand.Target.Dialled(device.number()), "", PHONE)
                        instanceof CommandResult.Refused no) {
            log.debug(
                    "A transfer by the phone of {} is refused: {}",
                    device.agent(),
                    no.problem().code());
        }
    }

    /** Who was called in has answered: he talks with the agent alone, or waits if the agent went back meanwhile. */
    private void comes(Turn turn, LiveInteraction contact, PartyId party) {
        Participant guest = contact.parties()
                .of(party)
                .filter(one -> one.manner() == Manner.RINGING)
                .orElse(null);
        if (guest == null) {
            visits.tell(turn, contact, conference -> conference.release(party));
            return;
        }
        if (takingOver.came(turn, contact, guest)) {
            return;
        }
        boolean alone = guest.role() == Role.SUPERVISOR || contact.inner() || held(contact, PartyId.CUSTOMER);
        change(turn, contact, party, alone ? contact.parties().wanted(party) : Manner.HELD, PHONE);
        visits.arranged(turn, contact);
    }

    /** A guest goes; if nobody is left whom the agent spoke with alone, the customer is back with him at once. */
    void goes(Turn turn, LiveInteraction contact, PartyId party, String cause, Actor actor) {
        Role role = contact.parties().of(party).map(Participant::role).orElse(Role.COLLEAGUE);
        takingOver.notThere(contact, party);
        turn.record(contact, new ParticipantEvent.Left(party, cause), actor);
        contact.engaged().flatMap(part -> state.agent(part.agent())).ifPresent(turn::touch);
        party.agent().ifPresent(agent -> visits.over(turn, contact, agent));
        visits.tell(turn, contact, conference -> conference.release(party));
        if (contact.inner() && contact.parties().consulted().isEmpty()) {
            contact.engaged()
                    .flatMap(part -> state.agent(part.agent()))
                    .ifPresent(agent -> contact.parties().missed().ifPresent(agent::notReached));
            takingOver.nobodyLeft(turn, contact, actor);
            return;
        } else if (contact.engaged().isEmpty() && !contact.parties().outside()) {
            takingOver.nobodyLeft(turn, contact, actor);
            return;
        } else if (role != Role.SUPERVISOR && contact.parties().consulted().isEmpty()) {
            change(turn, contact, PartyId.CUSTOMER, Manner.TALKING, actor);
        }
        visits.arranged(turn, contact);
    }

    /** The contact leaves its agent: all guests go. */
    void allGo(Turn turn, LiveInteraction contact) {
        for (Participant guest : contact.parties().guests()) {
            takingOver.notThere(contact, guest.id());
            turn.record(contact, new ParticipantEvent.Left(guest.id(), "ended"), PHONE);
            guest.id().agent().ifPresent(agent -> visits.over(turn, contact, agent));
            visits.tell(turn, contact, conference -> conference.release(guest.id()));
        }
    }
}
