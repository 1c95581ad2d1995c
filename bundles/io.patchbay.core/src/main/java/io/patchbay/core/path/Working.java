// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What an agent does with the contacts on his desk. Each verb checks, decides and answers in one turn. */
final class Working {
    static final int LONGEST_MESSAGE = 8_000;
    static final int LONGEST_NOTES = 4_000;

    private final SlotState state;
    private final Offering offering;
    private final Ending ending;
    private final Messaging messaging;
    private final Ways ways;
    private final WrappingUp wrappingUp;
    private final Surroundings around;

    Working(
            SlotState state,
            Surroundings around,
            Offering offering,
            Ending ending,
            Messaging messaging,
            WrappingUp wrappingUp) {
        this.wrappingUp = wrappingUp;
        this.around = around;
        this.state = state;
        this.offering = offering;
        this.ending = ending;
        this.messaging = messaging;
        this.ways = new Ways(around);
    }

    /** An agent's own contact, his part in it and himself. */
    private record Hold(LiveInteraction contact, LivePart part, LiveAgent agent) {}

    private interface Verb {
        CommandResult apply(Hold hold);
    }

    private CommandResult with(InteractionId id, AgentId who, Predicate<LivePart> phase, Verb verb) {
        LiveInteraction contact = state.interaction(id).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(id);
        }
        Optional<LivePart> part = contact.lastOpenPart(who);
        Optional<LiveAgent> agent = state.agent(who);
        if (part.isEmpty() || agent.isEmpty()) {
            return Refusals.notYours(id);
        }
        return phase.test(part.get())
                ? verb.apply(new Hold(contact, part.get(), agent.get()))
                : Refusals.wrongState(id, contact.state());
    }

    private CommandResult withOffer(InteractionId id, AgentId who, Verb verb) {
        LiveInteraction contact = state.interaction(id).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(id);
        }
        Optional<LivePart> part = contact.lastOpenPart(who).filter(LivePart::offered);
        return part.isPresent() && state.agent(who).isPresent()
                ? verb.apply(new Hold(contact, part.get(), state.agent(who).get()))
                : Refusals.noOffer(id);
    }

    CommandResult accept(Turn turn, AgentId who, InteractionId id, Actor actor) {
        return withOffer(id, who, hold -> {
            Optional<ChannelSession> device = state.session(id).filter(ChannelSession::answeredAtDevice);
            if (device.isPresent()) {
                turn.after(() -> device.get().answer(who));
                return new Done(Map.of("device", "asked"));
            }
            offering.accept(turn, hold.contact(), hold.agent(), actor);
            return new Done();
        });
    }

    CommandResult decline(Turn turn, AgentId who, InteractionId id, Actor actor) {
        return withOffer(id, who, hold -> {
            offering.decline(turn, hold.contact(), hold.agent(), actor);
            return new Done();
        });
    }

    CommandResult send(Turn turn, AgentId who, InteractionCommand.SendMessage command, UUID message, Actor actor) {
        int length = command.text().length();
        if (command.text().isBlank() || length > LONGEST_MESSAGE) {
            return Refusals.textLength("text", length, LONGEST_MESSAGE);
        }
        Optional<LiveInteraction> visited = state.interaction(command.interaction())
                .filter(contact -> !contact.remoteLeft() && barged(contact, who));
        if (visited.isPresent()) {
            return sendAsGuest(turn, visited.get(), who, command, message, actor);
        }
        return with(command.interaction(), who, LivePart::engaged, hold -> {
            Ways.Choice choice = ways.of(hold.contact(), command);
            if (choice.refusal().isPresent()) {
                return choice.refusal().get();
            } else if (hold.part().parked()) {
                messaging.resume(turn, hold.contact(), hold.part(), actor);
            }
            messaging.send(turn, hold.contact(), hold.agent().person(), command, choice.way(), message, actor);
            return new Done(Map.of("message", message.toString()));
        });
    }

    /** Whether somebody is in an agent's contact as a supervisor who speaks to the customer. */
    private static boolean barged(LiveInteraction contact, AgentId who) {
        return contact.parties()
                .of(PartyId.of(who))
                .filter(one -> one.role() == Participant.Role.SUPERVISOR && one.manner() == Participant.Manner.TALKING)
                .isPresent();
    }

    private CommandResult sendAsGuest(
            Turn turn,
            LiveInteraction contact,
            AgentId who,
            InteractionCommand.SendMessage command,
            UUID message,
            Actor actor) {
        Ways.Choice choice = ways.of(contact, command);
        Optional<Person> person = around.person(new UserId(who.value()));
        if (choice.refusal().isPresent() || person.isEmpty()) {
            return choice.refusal().orElseGet(() -> Refusals.notYours(contact.id()));
        }
        messaging.send(turn, contact, person.get(), command, choice.way(), message, actor);
        return new Done(Map.of("message", message.toString()));
    }

    /** Sends again what did not arrive. What went by a live line cannot: whoever listened is gone. */
    CommandResult retry(Turn turn, AgentId who, InteractionCommand.RetryMessage command, Actor actor) {
        return with(command.interaction(), who, LivePart::engaged, hold -> {
            if (!hold.contact().failed(command.message())) {
                return Refusals.notFailed(command.message());
            }
            turn.record(hold.contact(), new MessageEvent.Retried(command.message()), actor);
            return new Done();
        });
    }

    /** Writes something down: he whose desk it is on, or a supervisor. */
    CommandResult note(Turn turn, InteractionCommand.AddNote command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (command.text().isBlank() || command.text().length() > LONGEST_NOTES) {
            return Refusals.textLength("text", command.text().length(), LONGEST_NOTES);
        } else if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        } else if (!(actor instanceof Actor.Person person)) {
            return Refusals.forbidden(Permissions.AGENT);
        } else {
            AgentId author = new AgentId(person.user().value());
            if (contact.lastOpenPart(author).isEmpty() && !person.scope().may(Permissions.SUPERVISE, contact.place())) {
                return Refusals.notYours(command.interaction());
            }
            turn.record(contact, new InteractionEvent.NoteAdded(author, new Confidential.Clear(command.text())), actor);
            return new Done();
        }
    }

    CommandResult typing(Turn turn, AgentId who, InteractionId id) {
        return with(id, who, LivePart::engaged, hold -> {
            turn.after(() -> state.session(id).ifPresent(session -> session.typing()));
            return new Done();
        });
    }

    CommandResult park(Turn turn, AgentId who, InteractionId id, Actor actor) {
        return with(id, who, part -> part.engaged() && !part.parked(), hold -> {
            if (hold.contact().contact().kind().value().equals("call")) {
                return Refusals.wrongState(id, hold.contact().state());
            }
            turn.record(hold.contact(), new AssignmentEvent.Parked(who), actor);
            offering.agentChanged(turn, hold.agent());
            return new Done();
        });
    }

    CommandResult resume(Turn turn, AgentId who, InteractionId id, Actor actor) {
        return with(id, who, LivePart::parked, hold -> {
            messaging.resume(turn, hold.contact(), hold.part(), actor);
            return new Done();
        });
    }

    /** A supervisor gives a waiting contact credit, or takes it away. */
    CommandResult rank(Turn turn, InteractionCommand.RankInteraction command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        } else if (!contact.queued()) {
            return Refusals.wrongState(command.interaction(), contact.state());
        } else if (!supervises(contact, actor)) {
            return Refusals.notYours(command.interaction());
        }
        turn.record(
                contact,
                new InteractionEvent.Favoured(command.minutes(), contact.officer(), "set by a supervisor / 班长调整"),
                actor);
        if (contact.offer().isEmpty()) {
            offering.contactWaits(turn, contact);
        }
        return new Done();
    }

    static boolean supervises(LiveInteraction contact, Actor actor) {
        return actor instanceof Actor.Person person
                ? person.scope().may(Permissions.SUPERVISE, contact.place())
                : actor instanceof Actor.Part;
    }

    CommandResult identify(Turn turn, InteractionCommand.IdentifyCustomer command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        }
        turn.record(
                contact,
                new InteractionEvent.Identified("known", Optional.of(command.customer()), Optional.empty()),
                actor);
        return new Done();
    }

    /** Lets the remote side go: by the agent who has it, or by a supervisor in any open state. */
    CommandResult end(Turn turn, InteractionId id, Actor actor) {
        LiveInteraction contact = state.interaction(id).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(id);
        } else if (contact.remoteLeft()) {
            return Refusals.wrongState(id, InteractionState.WRAPUP);
        } else if (!mayMove(contact, actor)) {
            return Refusals.notYours(id);
        }
        ending.end(turn, contact, actor);
        return new Done();
    }

    static boolean mayMove(LiveInteraction contact, Actor actor) {
        if (actor instanceof Actor.Person person) {
            return contact.lastOpenPart(new AgentId(person.user().value()))
                            .filter(LivePart::engaged)
                            .isPresent()
                    || person.scope().may(Permissions.SUPERVISE, contact.place());
        }
        return actor instanceof Actor.Part;
    }

    CommandResult complete(Turn turn, AgentId who, InteractionCommand.CompleteAssignment command, Actor actor) {
        if (command.notes().length() > LONGEST_NOTES) {
            return Refusals.textLength("notes", command.notes().length(), LONGEST_NOTES);
        }
        return with(command.interaction(), who, LivePart::held, hold -> {
            Optional<CommandResult> wrong = wrappingUp.mayNotComplete(turn, hold.contact(), hold.part(), command);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            if (hold.part().engaged()) {
                ending.end(turn, hold.contact(), actor);
            }
            if (hold.part().open()) {
                ending.finish(
                        turn,
                        hold.contact(),
                        who,
                        Assignment.End.COMPLETED,
                        command.disposition(),
                        command.notes(),
                        actor);
            }
            ending.closeIfDone(turn, hold.contact());
            return new Done();
        });
    }
}
