// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.call.PickUp;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.api.people.Person;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Ledger;
import io.patchbay.core.slot.Slot;
import io.patchbay.core.slot.Timers;
import io.patchbay.core.slot.Turn;
import io.patchbay.core.treat.Verdict;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The queues that share agents, with all that waits in them and everyone who serves them: one slot, in which each
 * agent's whole capacity is decided. Public methods are safe for any thread; they take a turn of the slot.
 */
public final class QueueGroup implements Surroundings {
    private final Slot slot;
    private final SlotState state;
    private final Timers timers;
    private final Known known;
    private final QueueGroups neighbours;
    private final Whereabouts whereabouts;
    private final Steps steps;
    private final Listening listening;
    private final Verbs verbs;

    /** Makes an empty group. */
    public QueueGroup(Slot slot, Matching matching, Timers timers, Known known, QueueGroups neighbours) {
        this.slot = slot;
        this.state = new SlotState(matching);
        this.timers = timers;
        this.known = known;
        this.neighbours = neighbours;
        whereabouts = new Whereabouts(this, neighbours);
        steps = new Steps(state, this);
        listening = new Listening(state, steps);
        verbs = new Verbs(steps);
    }

    public Slot slot() {
        return slot;
    }

    SlotState state() {
        return state;
    }

    Offering offering() {
        return steps.offering;
    }

    Restoring restoring() {
        return steps.restoring;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    void arrive(Arriving.Ticket ticket, Arrival arrival, List<Incoming> messages, ChannelSession session) {
        slot.execute(turn -> {
            steps.arriving.arrive(turn, ticket, arrival, messages, session);
            state.interaction(ticket.id())
                    .ifPresent(contact -> messages.forEach(message -> steps.words.read(turn, contact, message.text())));
        });
    }

    /** A letter for a contact: whether it is here and its remote side too. */
    CompletionStage<Boolean> letter(InteractionId id, Incoming letter) {
        return ask(id, (group, turn) -> {
            Optional<LiveInteraction> contact = group.state.interaction(id).filter(here -> !here.remoteLeft());
            contact.ifPresent(here -> {
                group.steps.messaging.arrived(turn, here, letter);
                group.listening.read(turn, here, letter.text());
            });
            return contact.isPresent();
        });
    }

    /** What became of a message of ours; false if the contact is not here. */
    public CompletionStage<Boolean> report(InteractionCommand.ReportMessage report, Actor actor) {
        return ask(report.interaction(), (group, turn) -> {
            Optional<LiveInteraction> contact = group.state.interaction(report.interaction());
            contact.ifPresent(here -> group.steps.messaging.report(turn, here, report, actor));
            return contact.isPresent();
        });
    }

    private CompletionStage<Boolean> ask(InteractionId id, BiPredicate<QueueGroup, Turn> work) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        whereabouts.of(id, (group, turn) -> {
            try {
                boolean done = work.test(group, turn);
                turn.after(() -> answer.complete(done));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        return answer;
    }

    void identified(InteractionId id, Identification who) {
        whereabouts.of(id, (group, turn) -> group.steps
                .arriving
                .identified(turn, id, who)
                .ifPresent(contact -> group.steps.treating.begin(turn, contact, who)));
    }

    /** The treatments have decided; false if it is no longer here or already waits. */
    void treated(InteractionId id, Verdict verdict) {
        whereabouts.of(id, (group, turn) -> group.state
                .interaction(id)
                .filter(contact -> contact.state() == InteractionState.TREATING)
                .ifPresent(contact -> group.steps.treating.decided(turn, contact, verdict)));
    }

    /** What the remote side does. */
    void signal(InteractionId id, ChannelSession from, ChannelSignal signal, Consumer<InteractionId> typing) {
        whereabouts.of(id, (group, turn) -> group.state
                .interaction(id)
                .ifPresent(contact -> group.listening.heard(turn, contact, from, signal, typing)));
    }

    /** A channel takes a contact up again. */
    void resume(InteractionId id, ChannelSession session) {
        whereabouts.of(id, (group, turn) -> group.state
                .interaction(id)
                .ifPresent(contact -> group.listening.resume(turn, contact, session)));
    }

    /** Runs an agent's or supervisor's verb. */
    public CompletionStage<CommandResult> command(Actor actor, InteractionCommand command, UUID fresh, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.interaction(), work),
                (group, turn) -> group.verbs.run(turn, actor, command, fresh));
    }

    /** Begins a contact from our side. */
    CompletionStage<CommandResult> write(
            Arriving.Ticket ticket, OutboundCommand.WriteTo command, Actor actor, String key) {
        return answer(
                actor,
                key,
                work -> slot.execute(turn -> work.accept(this, turn)),
                (group, turn) -> group.steps.beginning.write(turn, ticket, command, actor));
    }

    /** Calls somebody from an agent's desk. */
    CompletionStage<CommandResult> dial(
            Arriving.Ticket ticket, QueueId queue, Address.PhoneNumber to, Actor.Person actor, String key) {
        return answer(
                actor,
                key,
                work -> slot.execute(turn -> work.accept(this, turn)),
                (group, turn) -> group.steps.callingOut.dial(turn, ticket, queue, to, actor));
    }

    /** Calls a colleague from an agent's desk. */
    CompletionStage<CommandResult> call(
            Arriving.Ticket ticket, QueueId queue, Person colleague, Actor.Person actor, String key) {
        return answer(
                actor,
                key,
                work -> slot.execute(turn -> work.accept(this, turn)),
                (group, turn) -> group.steps.callingInside.call(turn, ticket, queue, colleague, actor));
    }

    /** Takes the call that rings at a colleague's; asked where he who takes it is decided about. */
    public CompletionStage<CommandResult> command(Actor.Person actor, PickUp command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(new AgentId(actor.user().value()), work),
                (group, turn) -> group.steps.pickingUp.pickUp(turn, command.agent(), actor));
    }

    /** Runs a verb of the telephone. */
    public CompletionStage<CommandResult> command(Actor.Person actor, CallCommand command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.interaction(), work),
                (group, turn) -> group.steps.conferring.verb(
                        turn, new AgentId(actor.user().value()), command, actor));
    }

    /** Runs a supervisor's verb. */
    public CompletionStage<CommandResult> command(Actor.Person actor, SuperviseCommand command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.interaction(), work),
                (group, turn) -> group.steps.supervising.verb(
                        turn, new AgentId(actor.user().value()), command, actor));
    }

    /** Changes an agent's presence. */
    public CompletionStage<CommandResult> command(Actor actor, AgentCommand.ChangePresence command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.agent(), work),
                (group, turn) -> group.steps.attending.change(turn, command, actor));
    }

    private static CompletionStage<CommandResult> answer(
            Actor actor,
            String key,
            Consumer<BiConsumer<QueueGroup, Turn>> place,
            BiFunction<QueueGroup, Turn, CommandResult> verb) {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        place.accept((group, turn) -> {
            try {
                CommandResult result = verb.apply(group, turn);
                if (result instanceof CommandResult.Done done && !key.isEmpty()) {
                    turn.keep(new Ledger.KeptResult(actor.text(), key, done.result(), turn.now()));
                }
                turn.after(() -> answer.complete(result));
            } catch (RuntimeException e) {
                turn.after(() -> answer.completeExceptionally(e));
                throw e;
            }
        });
        return answer;
    }

    public void windowOpened(AgentId agent, String window) {
        whereabouts.of(agent, (group, turn) -> group.steps.attending.windowOpened(turn, agent, window));
    }

    public void windowClosed(AgentId agent, String window) {
        whereabouts.of(agent, (group, turn) -> group.steps.attending.windowClosed(agent, window));
    }

    /** An agent's record was changed. */
    public void recordChanged(AgentId agent) {
        whereabouts.of(agent, (group, turn) -> group.steps.attending.recordChanged(turn, agent));
    }

    /** A device of an agent came or went. */
    public void reachChanged(AgentId agent) {
        whereabouts.of(agent, (group, turn) -> group.steps.attending.reachChanged(turn, agent));
    }

    /** A channel with devices came or went. */
    public void reachChanged() {
        slot.execute(turn ->
                List.copyOf(state.agents()).forEach(agent -> steps.attending.reachChanged(turn, agent.agent())));
    }

    /** What may come beside what agents do was changed. */
    public void matrixChanged() {
        slot.execute(turn -> List.copyOf(state.agents()).forEach(agent -> steps.offering.agentChanged(turn, agent)));
    }

    /** A queue's settings were changed: what waits in it is ranked and matched anew. */
    public void queueChanged(QueueId queue) {
        slot.execute(turn -> List.copyOf(state.interactions()).stream()
                .filter(contact -> contact.queued() && contact.queue().equals(queue))
                .filter(contact -> contact.offer().isEmpty())
                .forEach(contact -> steps.offering.contactWaits(turn, contact)));
    }

    /** A contact that was on an agent's desk here went to another group. */
    void released(AgentId who, InteractionId contact) {
        slot.execute(turn -> state.agent(who).ifPresent(agent -> {
            agent.release(contact, turn.now());
            steps.offering.agentChanged(turn, agent);
        }));
    }

    @Override
    public Known known() {
        return known;
    }

    @Override
    public boolean elsewhere(LiveInteraction contact) {
        return neighbours.home(contact) != this;
    }

    @Override
    public void handOver(Turn turn, LiveInteraction contact) {
        Optional<ChannelSession> session = state.session(contact.id());
        QueueGroup to = neighbours.home(contact);
        state.remove(contact.id());
        turn.after(() -> {
            neighbours.own(contact.id(), to);
            to.slot.execute(there -> to.steps.restoring.adopt(there, contact, session, to.slot.name(), neighbours));
        });
    }

    /** Reads something of the slot's state in a turn of its own. */
    <T> CompletionStage<T> ask(Function<SlotState, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        slot.execute(turn -> answer.complete(question.apply(state)));
        return answer;
    }

    @Override
    public void letGo(Turn turn, LiveInteraction contact, Problem problem) {
        steps.treating.letGo(turn, contact, problem);
    }

    @Override
    public boolean decidedHere(AgentId agent) {
        return neighbours.of(agent) == this;
    }

    @Override
    public void visits(Turn turn, AgentId agent, Optional<AgentDesk.Participation> visit, InteractionId contact) {
        if (decidedHere(agent)) {
            steps.attending.visits(turn, agent, visit, contact);
        } else {
            turn.after(() -> neighbours
                    .of(agent)
                    .whereabouts()
                    .of(agent, (group, there) -> group.steps.attending.visits(there, agent, visit, contact)));
        }
    }

    @Override
    public void guestsGo(Turn turn, LiveInteraction contact) {
        steps.conferring.allGo(turn, contact);
    }

    @Override
    public boolean treats(InteractionId id, TreatmentQuestion question) {
        boolean treated = known.treatments().isPresent();
        known.treatments().ifPresent(all -> all.ask(question)
                .thenAccept(verdict -> neighbours.of(id).ifPresent(group -> group.treated(id, verdict))));
        return treated;
    }

    @Override
    public void signal(InteractionId id, ChannelSession from, ChannelSignal signal) {
        neighbours.of(id).ifPresent(group -> group.signal(id, from, signal, typing -> {}));
    }

    @Override
    public boolean mayBeOffered(Turn turn, LiveInteraction contact) {
        InteractionId id = contact.id();
        return steps.callbacks.mayBeOffered(contact, turn.now(), later -> state.interaction(id)
                .filter(here -> here.queued() && here.offer().isEmpty())
                .ifPresent(here -> steps.offering.contactWaits(later, here)));
    }

    @Override
    public void innerBegins(Turn turn, LiveInteraction contact, AgentId caller) {
        steps.callingInside.begins(turn, contact, caller);
    }

    @Override
    public void calledOff(Turn turn, LiveInteraction contact, String why, Actor actor) {
        steps.callingOut.calledOff(turn, contact, why, actor);
    }

    @Override
    public boolean asksRating(Turn turn, LiveInteraction contact, Actor actor) {
        return steps.rated.asks(turn, contact, actor);
    }

    @Override
    public void ratingGoesOn(Turn turn, LiveInteraction contact) {
        steps.rated.goOn(turn, contact);
    }

    @Override
    public void entered(LiveInteraction contact) {
        steps.callbacks.offerLater(contact);
    }

    @Override
    public void later(Duration delay, Consumer<Turn> work) {
        timers.after(delay, () -> slot.execute(work));
    }

    @Override
    public void placesChanged() {
        steps.places.changed(known.now());
    }

    @Override
    public void accepted(LiveInteraction contact, Instant at) {
        steps.places.accepted(contact, at);
    }

    @Override
    public void closed(LiveInteraction contact) {
        neighbours.forget(contact.id());
        known.callbackOver(contact.id());
    }
}
