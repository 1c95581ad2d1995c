// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.core.model.LiveCallback;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OutboundCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Customers who are called back: dialled once an agent is truly there, tried again by rule. What was decided is in the
 * journal before anything is dialled.
 */
final class Callbacks {
    /** The reason of an attempt whose end a stop of Patchbay hid. */
    static final String RESTART = "restart";

    private static final Actor CUSTOMER = new Actor.Customer();
    private static final Actor SYSTEM = new Actor.Part("core");

    private final SlotState state;
    private final Surroundings around;
    private final Arriving arriving;
    private final Ending ending;
    private final CallbackAsking asking;

    Callbacks(SlotState state, Surroundings around, Arriving arriving, Ending ending, CallbackAsking asking) {
        this.asking = asking;
        this.state = state;
        this.around = around;
        this.arriving = arriving;
        this.ending = ending;
    }

    private QueueRules.CallbackOffer rule(LiveInteraction contact) {
        return around.queue(contact.queue())
                .map(queue -> queue.rules().callback())
                .orElse(QueueRules.USUAL.callback());
    }

    // ---- the caller who waits ----

    /** Tells a waiting caller, once he has waited long enough, that he may be called back. */
    void offerLater(LiveInteraction contact) {
        QueueRules.CallbackOffer rule = rule(contact);
        if (rule.offered() && contact.callback().isEmpty()) {
            around.later(rule.after(), turn -> state.interaction(contact.id())
                    .filter(here -> here.state() == InteractionState.WAITING)
                    .filter(here -> here.callback().isEmpty())
                    .flatMap(here -> state.session(here.id()))
                    .ifPresent(session -> turn.after(session::callbackOffered)));
        }
    }

    /** Takes what a party to be called tells, and what a caller who is about to go does; whether it was that. */
    boolean take(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        if (signal instanceof ChannelSignal.DigitPressed key) {
            return pressed(turn, contact, key.digit());
        } else if (signal instanceof ChannelSignal.PartyReached) {
            reached(turn, contact);
            return true;
        } else if (signal instanceof ChannelSignal.PartyNotReached missed) {
            failed(turn, contact, missed.reason());
            return true;
        } else if (dialling(contact)) {
            return whileDialling(turn, contact, signal);
        }
        return false;
    }

    private boolean pressed(Turn turn, LiveInteraction contact, char digit) {
        QueueRules.CallbackOffer rule = rule(contact);
        boolean due = contact.queuedAt()
                .filter(since -> !since.plus(rule.after()).isAfter(turn.now()))
                .isPresent();
        if (digit != '1'
                || !rule.offered()
                || !due
                || !contact.queued()
                || contact.callback().isPresent()) {
            return false;
        }
        CommandResult result = asking.ask(
                turn, new InteractionCommand.AskCallback(contact.id(), Optional.empty(), Optional.empty()), CUSTOMER);
        if (!(result instanceof Done)) {
            state.session(contact.id()).ifPresent(session -> turn.after(session::callbackRefused));
        }
        return true;
    }

    /** The agent goes while the customer's phone rings: that call is over, the customer keeps his place. */
    private boolean whileDialling(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        boolean gone = signal instanceof ChannelSignal.AgentHungUp || signal instanceof ChannelSignal.AgentLost;
        if (gone) {
            failed(turn, contact, "agent gone");
        } else if (signal instanceof ChannelSignal.Failed fault) {
            failed(turn, contact, fault.reason());
            return true;
        }
        return gone;
    }

    /** The agent ends a call that is not answered yet: the customer keeps his place. Whether it was that. */
    boolean stops(Turn turn, InteractionId id, Actor actor) {
        Optional<LiveInteraction> contact = state.interaction(id)
                .filter(Callbacks::dialling)
                .filter(here -> actor instanceof Actor.Person person
                        && here.lastOpenPart(new AgentId(person.user().value())).isPresent());
        contact.ifPresent(here -> failed(turn, here, "agent gone"));
        return contact.isPresent();
    }

    /** Whether his phone rings now. */
    static boolean dialling(LiveInteraction contact) {
        return contact.callback()
                .map(LiveCallback::phase)
                .filter(Callback.Phase.DIALLING::equals)
                .isPresent();
    }

    // ---- the call ----

    private void reached(Turn turn, LiveInteraction contact) {
        if (!dialling(contact)) { // his answer crossed the end of the call: nobody is there for him
            contact.callback()
                    .filter(call -> call.phase() == Callback.Phase.WAITING)
                    .flatMap(call -> state.session(contact.id()))
                    .ifPresent(line -> turn.after(line::end));
            return;
        }
        contact.engaged().ifPresent(part -> {
            turn.record(
                    contact,
                    new CallbackEvent.Reached(contact.callback().orElseThrow().attempts()),
                    CUSTOMER);
            turn.record(contact, new InteractionEvent.Connected(part.agent()), CUSTOMER);
            state.agent(part.agent()).ifPresent(turn::touch);
        });
    }

    /** One call came to nothing: another by the queue's rule, or none. */
    void failed(Turn turn, LiveInteraction contact, String reason) {
        if (!dialling(contact)) {
            return;
        }
        int attempt = contact.callback().orElseThrow().attempts();
        if (contact.dialled()) {
            notReached(turn, contact, attempt, reason);
            return;
        }
        QueueRules.CallbackOffer rule = rule(contact);
        Optional<Instant> again = attempt < rule.tries() && !reason.equals("wrong-number")
                ? Optional.of(turn.now().plus(rule.pause()))
                : Optional.empty();
        turn.record(contact, new CallbackEvent.Failed(attempt, reason, again), SYSTEM);
        contact.engaged().ifPresent(part -> {
            ending.finish(turn, contact, part.agent(), Assignment.End.NOT_REACHED, Optional.empty(), "", SYSTEM);
            state.session(contact.id()).ifPresent(line -> turn.after(() -> line.disconnect(part.agent())));
        });
        if (again.isPresent()) {
            arriving.back(turn, contact, SYSTEM);
        } else {
            ending.giveUp(turn, contact, reason, SYSTEM);
        }
    }

    /** Whom an agent called from his desk is not tried again by itself: the agent is told why, and wraps up. */
    private void notReached(Turn turn, LiveInteraction contact, int attempt, String reason) {
        turn.record(contact, new CallbackEvent.Failed(attempt, reason, Optional.empty()), SYSTEM);
        Optional<AgentId> agent = contact.engaged().map(LivePart::agent);
        state.session(contact.id()).ifPresent(line -> agent.ifPresent(who -> turn.after(() -> line.disconnect(who))));
        ending.remoteLeft(turn, contact, reason, SYSTEM);
    }

    /**
     * Whether a contact may be offered now. One that rests comes again when it is due; one that nobody could dial now,
     * when it is tried again.
     */
    boolean mayBeOffered(LiveInteraction contact, Instant now, Consumer<Turn> again) {
        Optional<LiveCallback> call = contact.callback();
        if (call.isEmpty()) {
            return true;
        }
        Optional<Instant> due = call.get().due().filter(now::isBefore);
        if (due.isPresent()) {
            around.later(Duration.between(now, due.get()), again);
            return false;
        } else if (!line(contact, call.get())) {
            around.later(Offering.BARRED_FOR, again);
            return false;
        }
        return true;
    }

    /** Whether there is somebody to dial for it; a channel that came anew gets a new session. */
    boolean line(LiveInteraction contact, LiveCallback call) {
        Optional<OutboundCalls> calls = around.outbound();
        Optional<Address.PhoneNumber> number =
                call.number().filter(Address.PhoneNumber.class::isInstance).map(Address.PhoneNumber.class::cast);
        if (calls.isEmpty() || number.isEmpty()) {
            return false;
        }
        if (!state.dialledBy(contact.id(), calls.get())) {
            OutboundCalls.Call whom = new OutboundCalls.Call(contact.id(), number.get(), contact.queue());
            ChannelSession[] made = new ChannelSession[1];
            made[0] = calls.get().session(whom, signal -> around.signal(contact.id(), made[0], signal));
            state.dials(contact.id(), calls.get(), made[0]);
        }
        return true;
    }

    // ---- after a restart ----

    private void neverDialled(Turn turn, LiveInteraction contact) {
        boolean begun = contact.callback()
                .filter(call -> call.phase() == Callback.Phase.WAITING && call.attempts() == 0)
                .isPresent();
        if (begun && !contact.remoteLeft()) {
            ending.giveUp(turn, contact, RESTART, SYSTEM);
        }
    }

    /**
     * Whether a contact is a channel's to go on with: while he is talked to, that of the channel that called; while he
     * waits to be called, only that of a channel to which he writes.
     */
    static boolean on(LiveInteraction contact, ChannelKey channel) {
        boolean his = contact.contact().channel().equals(channel);
        return contact.callback()
                .map(call -> call.reached()
                        ? call.channel().equals(channel)
                        : his && !call.channel().equals(channel))
                .orElse(his);
    }

    /** A call under way at the stop was made or not, nobody knows: it counts, and the rule decides about another. */
    void restored(Turn turn, LiveInteraction contact) {
        if (contact.inner()) {
            if (!contact.remoteLeft() && contact.engaged().isEmpty()) {
                ending.calledOff(turn, contact, RESTART, SYSTEM);
            }
            return;
        }
        if (contact.dialled()) {
            neverDialled(turn, contact);
            failed(turn, contact, RESTART);
            return;
        }
        contact.callback()
                .filter(call -> call.phase() != Callback.Phase.OVER)
                .flatMap(LiveCallback::number)
                .ifPresent(number -> around.callbackFor(number, contact));
        failed(turn, contact, RESTART);
    }
}
