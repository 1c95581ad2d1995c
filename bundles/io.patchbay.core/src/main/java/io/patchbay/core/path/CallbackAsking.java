// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.core.model.LiveCallback;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.OutboundCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Callbacks are asked for, moved and taken back; the number is checked, and nobody is called back twice at a time. */
final class CallbackAsking {
    private static final Duration LATEST = Duration.ofDays(30);

    private final SlotState state;
    private final Surroundings around;
    private final Offering offering;
    private final Ending ending;

    CallbackAsking(SlotState state, Surroundings around, Offering offering, Ending ending) {
        this.state = state;
        this.around = around;
        this.offering = offering;
        this.ending = ending;
    }

    CommandResult ask(Turn turn, InteractionCommand.AskCallback command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return CallbackRefusals.unknown(command.interaction());
        } else if (!Working.mayMove(contact, actor) && !(actor instanceof Actor.Customer)) {
            return Refusals.notYours(contact.id());
        }
        Optional<CommandResult> wrong = wrong(turn, contact, command.at());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<OutboundCalls> calls = around.outbound();
        Optional<String> wish = command.number().or(() -> ownNumber(contact));
        if (calls.isEmpty()) {
            return CallbackRefusals.noTelephone();
        } else if (wish.isEmpty()) {
            return CallbackRefusals.numberDue();
        }
        OutboundCalls.Checked checked = calls.get().check(wish.get(), contact.queue());
        if (checked instanceof OutboundCalls.Checked.Good good) {
            return take(turn, contact, good.number(), command.at(), actor);
        }
        return CallbackRefusals.number(((OutboundCalls.Checked.Refused) checked).problem());
    }

    /**
     * The house itself calls: outside its hours, or at an agreed time. For a contact that does not wait yet; whether it
     * can be called.
     */
    boolean agreed(Turn turn, LiveInteraction contact, Optional<Instant> at, Actor actor) {
        Optional<Address.PhoneNumber> number = ownNumber(contact)
                .flatMap(own -> around.outbound().map(calls -> calls.check(own, contact.queue())))
                .filter(OutboundCalls.Checked.Good.class::isInstance)
                .map(good -> ((OutboundCalls.Checked.Good) good).number())
                .filter(good -> around.callbackFor(good, contact).isEmpty());
        number.ifPresent(to -> asked(turn, contact, to, at, actor));
        return number.isPresent();
    }

    private void asked(
            Turn turn, LiveInteraction contact, Address.PhoneNumber number, Optional<Instant> at, Actor actor) {
        turn.record(
                contact,
                new CallbackEvent.Asked(new Confidential.Clear(number.text()), around.outboundChannel(), at),
                actor);
        state.leavesLine(contact.id()).ifPresent(line -> turn.after(() -> line.callbackTaken(at)));
    }

    private Optional<CommandResult> wrong(Turn turn, LiveInteraction contact, Optional<Instant> at) {
        if (contact.callback().isPresent()) {
            return Optional.of(CallbackRefusals.twice(contact.arrived().number()));
        } else if (contact.remoteLeft() || !contact.queued()) {
            return Optional.of(Refusals.wrongState(contact.id(), contact.state()));
        } else if (!rule(contact).offered()) {
            return Optional.of(CallbackRefusals.notOffered(contact.queue()));
        }
        return at.flatMap(moment -> wrongMoment(turn, moment));
    }

    private static Optional<CommandResult> wrongMoment(Turn turn, Instant at) {
        return at.isBefore(turn.now()) || at.isAfter(turn.now().plus(LATEST))
                ? Optional.of(CallbackRefusals.moment(at))
                : Optional.empty();
    }

    private static Optional<String> ownNumber(LiveInteraction contact) {
        return contact.contact()
                .from()
                .filter(Address.PhoneNumber.class::isInstance)
                .map(address -> ((Address.PhoneNumber) address).e164());
    }

    private CommandResult take(
            Turn turn, LiveInteraction contact, Address.PhoneNumber number, Optional<Instant> at, Actor actor) {
        Optional<String> first = around.callbackFor(number, contact);
        if (first.isPresent()) {
            return CallbackRefusals.twice(first.get());
        }
        offering.withdraw(turn, contact, "callback");
        asked(turn, contact, number, at, actor);
        offering.contactWaits(turn, contact);
        return new Done(Map.of(
                "interaction",
                contact.id().toString(),
                "number",
                contact.arrived().number()));
    }

    CommandResult move(Turn turn, InteractionCommand.MoveCallback command, Actor actor) {
        return with(command.interaction(), actor, contact -> {
            Optional<CommandResult> wrong = wrongMoment(turn, command.at());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            offering.withdraw(turn, contact, "moved");
            turn.record(contact, new CallbackEvent.Moved(command.at()), actor);
            offering.contactWaits(turn, contact);
            return new Done();
        });
    }

    CommandResult cancel(Turn turn, InteractionId id, Actor actor) {
        return with(id, actor, contact -> {
            offering.withdraw(turn, contact, "cancelled");
            ending.giveUp(turn, contact, "cancelled", actor);
            return new Done();
        });
    }

    private interface Verb {
        CommandResult apply(LiveInteraction contact);
    }

    private CommandResult with(InteractionId id, Actor actor, Verb verb) {
        LiveInteraction contact = state.interaction(id).orElse(null);
        if (contact == null) {
            return CallbackRefusals.unknown(id);
        } else if (!Working.mayMove(contact, actor) && !(actor instanceof Actor.Customer)) {
            return Refusals.notYours(id);
        }
        return contact.callback()
                        .map(LiveCallback::phase)
                        .filter(Callback.Phase.WAITING::equals)
                        .isPresent()
                ? verb.apply(contact)
                : CallbackRefusals.none(id);
    }

    private QueueRules.CallbackOffer rule(LiveInteraction contact) {
        return around.queue(contact.queue())
                .map(queue -> queue.rules().callback())
                .orElse(QueueRules.USUAL.callback());
    }
}
