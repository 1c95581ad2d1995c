// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.call.PickUp;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Ledger;
import io.patchbay.core.slot.Slot;
import io.patchbay.core.slot.Timers;
import io.patchbay.core.slot.Turn;
import io.patchbay.core.treat.Verdict;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Offering offering;
    private final Ending ending;
    private final Messaging messaging;
    private final Arriving arriving;
    private final Working working;
    private final WrappingUp wrappingUp;
    private final Rated rated;
    private final Transferring transferring;
    private final Attending attending;
    private final Places places;
    private final Facts facts;
    private final Devices devices;
    private final Beginning beginning;
    private final CallingOut callingOut;
    private final PickingUp pickingUp;
    private final Restoring restoring;
    private final CallbackAsking asking;
    private final Callbacks callbacks;
    private final CallbackWords words;
    private final Treating treating;
    private final Conferring conferring;
    private final Supervising supervising;

    /** Makes an empty group. */
    public QueueGroup(Slot slot, Matching matching, Timers timers, Known known, QueueGroups neighbours) {
        this.slot = slot;
        this.state = new SlotState(matching);
        this.timers = timers;
        this.known = known;
        this.neighbours = neighbours;
        whereabouts = new Whereabouts(this, neighbours);
        offering = new Offering(state, this);
        ending = new Ending(state, this, offering);
        arriving = new Arriving(state, this, offering);
        transferring = new Transferring(state, this, arriving, offering, ending);
        messaging = new Messaging(state, offering, transferring);
        wrappingUp = new WrappingUp(state, this, ending);
        working = new Working(state, this, offering, ending, messaging, wrappingUp);
        rated = new Rated(state, this, arriving, ending, messaging);
        attending = new Attending(state, this, offering);
        places = new Places(state, this, known);
        facts = new Facts(this);
        devices = new Devices(state, offering, transferring, ending);
        beginning = new Beginning(state, this, attending, offering, ending);
        asking = new CallbackAsking(state, this, offering, ending);
        treating = new Treating(state, this, arriving, ending, facts, asking);
        callbacks = new Callbacks(state, this, arriving, ending, asking);
        pickingUp = new PickingUp(state, this, attending, offering);
        callingOut = new CallingOut(state, this, attending, offering, ending, callbacks);
        words = new CallbackWords(this, known, asking, messaging);
        Visits visits = new Visits(state, this);
        TakingOver takingOver = new TakingOver(state, attending, this, offering, ending, visits);
        conferring = new Conferring(state, this, visits, takingOver);
        supervising = new Supervising(state, this, visits, conferring, takingOver);
        restoring = new Restoring(state, this, offering, ending, attending, arriving, callbacks);
    }

    public Slot slot() {
        return slot;
    }

    SlotState state() {
        return state;
    }

    Offering offering() {
        return offering;
    }

    Restoring restoring() {
        return restoring;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    void arrive(Arriving.Ticket ticket, Arrival arrival, List<Incoming> messages, ChannelSession session) {
        slot.execute(turn -> {
            arriving.arrive(turn, ticket, arrival, messages, session);
            state.interaction(ticket.id())
                    .ifPresent(contact -> messages.forEach(message -> words.read(turn, contact, message.text())));
        });
    }

    /** A letter for a contact: whether it is here and its remote side too. */
    CompletionStage<Boolean> letter(InteractionId id, Incoming letter) {
        return ask(id, (group, turn) -> {
            Optional<LiveInteraction> contact = group.state.interaction(id).filter(here -> !here.remoteLeft());
            contact.ifPresent(here -> {
                group.messaging.arrived(turn, here, letter);
                group.read(turn, here, letter.text());
            });
            return contact.isPresent();
        });
    }

    /** What became of a message of ours; false if the contact is not here. */
    public CompletionStage<Boolean> report(InteractionCommand.ReportMessage report, Actor actor) {
        return ask(report.interaction(), (group, turn) -> {
            Optional<LiveInteraction> contact = group.state.interaction(report.interaction());
            contact.ifPresent(here -> group.messaging.report(turn, here, report, actor));
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
        whereabouts.of(id, (group, turn) -> group.arriving
                .identified(turn, id, who)
                .ifPresent(contact -> group.treating.begin(turn, contact, who)));
    }

    /** The treatments have decided; false if it is no longer here or already waits. */
    void treated(InteractionId id, Verdict verdict) {
        whereabouts.of(id, (group, turn) -> group.state
                .interaction(id)
                .filter(contact -> contact.state() == InteractionState.TREATING)
                .ifPresent(contact -> group.treating.decided(turn, contact, verdict)));
    }

    /** What the remote side does. */
    void signal(InteractionId id, ChannelSession from, ChannelSignal signal, Consumer<InteractionId> typing) {
        whereabouts.of(id, (group, turn) -> group.state
                .interaction(id)
                .ifPresent(contact -> group.signalled(turn, contact, from, signal, typing)));
    }

    private void signalled(
            Turn turn,
            LiveInteraction contact,
            ChannelSession from,
            ChannelSignal signal,
            Consumer<InteractionId> typing) {
        if (state.session(contact.id()).filter(from::equals).isPresent()) {
            take(turn, contact, signal, typing);
        } else if (state.origin(contact.id()).filter(from::equals).isPresent()) {
            takeWords(turn, contact, signal);
        }
    }

    private void take(Turn turn, LiveInteraction contact, ChannelSignal signal, Consumer<InteractionId> typing) {
        if (rated.take(turn, contact, signal)
                || callbacks.take(turn, contact, signal)
                || conferring.take(turn, contact, signal)
                || devices.take(turn, contact, signal)) {
            return;
        } else if (signal instanceof ChannelSignal.MessageArrived message) {
            messaging.arrived(turn, contact, Incoming.of(message));
            read(turn, contact, message.text());
        } else if (signal instanceof ChannelSignal.RemoteLeft left) {
            ending.remoteLeft(turn, contact, left.reason(), new Actor.Customer());
        } else if (signal instanceof ChannelSignal.Failed failure) {
            ending.remoteLeft(turn, contact, LiveInteraction.FAILED + failure.reason(), new Actor.Part("channel"));
        } else if (signal instanceof ChannelSignal.MessageDelivered delivered) {
            messaging.delivered(turn, contact, delivered.id());
        } else if (signal instanceof ChannelSignal.MessageFailed failed) {
            messaging.failed(turn, contact, failed.id(), failed.reason());
        } else if (signal instanceof ChannelSignal.FactFound fact) {
            facts.found(turn, contact, fact);
        } else if (signal instanceof ChannelSignal.Typing) {
            turn.after(() -> typing.accept(contact.id()));
        }
    }

    /** What he wrote may be a mark, or a wish to be called back. */
    private void read(Turn turn, LiveInteraction contact, String text) {
        rated.read(turn, contact, text);
        if (!contact.closed()) {
            words.read(turn, contact, text);
        }
    }

    /** He is to be called back and still on his old line: only his words count there. */
    private void takeWords(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        if (signal instanceof ChannelSignal.MessageArrived message) {
            messaging.arrived(turn, contact, Incoming.of(message));
            words.read(turn, contact, message.text());
        } else if (signal instanceof ChannelSignal.MessageDelivered delivered) {
            messaging.delivered(turn, contact, delivered.id());
        } else if (signal instanceof ChannelSignal.RemoteLeft || signal instanceof ChannelSignal.Failed) {
            state.originGone(contact.id());
        }
    }

    /** A channel takes a contact up again. */
    void resume(InteractionId id, ChannelSession session) {
        whereabouts.of(id, (group, turn) -> group.state
                .interaction(id)
                .ifPresent(contact -> group.resume(turn, contact, session)));
    }

    private void resume(Turn turn, LiveInteraction contact, ChannelSession session) {
        InteractionId id = contact.id();
        if (contact.callback()
                .filter(call -> call.phase() != Callback.Phase.TALKING)
                .isPresent()) {
            state.origin(id, session);
            turn.after(() -> session.committed(id, contact.arrived().conversation()));
            return;
        }
        state.session(id, session);
        places.forget(id).accept(turn);
        turn.after(() -> {
            session.committed(id, contact.arrived().conversation());
            contact.engaged()
                    .flatMap(part -> state.agent(part.agent()))
                    .ifPresent(agent ->
                            session.connect(agent.agent(), agent.person().name()));
        });
    }

    /** Runs an agent's or supervisor's verb. */
    public CompletionStage<CommandResult> command(Actor actor, InteractionCommand command, UUID fresh, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.interaction(), work),
                (group, turn) -> group.verb(turn, actor, command, fresh));
    }

    private CommandResult verb(Turn turn, Actor actor, InteractionCommand command, UUID fresh) {
        if (command instanceof InteractionCommand.TransferInteraction transfer) {
            return transfer.target() instanceof InteractionCommand.Target.ToQueue to
                    ? transferring.toQueue(turn, transfer.interaction(), to.queue(), actor)
                    : transferring.toAgent(
                            turn,
                            transfer.interaction(),
                            ((InteractionCommand.Target.ToAgent) transfer.target()).agent(),
                            actor);
        } else if (command instanceof InteractionCommand.EndInteraction end) {
            return callbacks.stops(turn, end.interaction(), actor)
                    ? new CommandResult.Done()
                    : working.end(turn, end.interaction(), actor);
        } else if (command instanceof InteractionCommand.RankInteraction rank) {
            return working.rank(turn, rank, actor);
        } else if (command instanceof InteractionCommand.IdentifyCustomer identify) {
            return working.identify(turn, identify, actor);
        } else if (command instanceof InteractionCommand.AskCallback ask) {
            return asking.ask(turn, ask, actor);
        } else if (command instanceof InteractionCommand.MoveCallback move) {
            return asking.move(turn, move, actor);
        } else if (command instanceof InteractionCommand.CancelCallback cancel) {
            return asking.cancel(turn, cancel.interaction(), actor);
        } else if (command instanceof InteractionCommand.AnswerExtension answer) {
            return wrappingUp.answer(turn, answer, actor);
        } else if (command instanceof InteractionCommand.AddNote note) {
            return working.note(turn, note, actor);
        }
        return actor instanceof Actor.Person person
                ? own(turn, new AgentId(person.user().value()), actor, command, fresh)
                : Refusals.forbidden(Permissions.AGENT);
    }

    private CommandResult own(Turn turn, AgentId who, Actor actor, InteractionCommand command, UUID fresh) {
        if (command instanceof InteractionCommand.AcceptAssignment c) {
            return working.accept(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.DeclineAssignment c) {
            return working.decline(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.SendMessage c) {
            return working.send(turn, who, c, fresh, actor);
        } else if (command instanceof InteractionCommand.RetryMessage c) {
            return working.retry(turn, who, c, actor);
        } else if (command instanceof InteractionCommand.ShowTyping c) {
            return working.typing(turn, who, c.interaction());
        } else if (command instanceof InteractionCommand.ParkAssignment c) {
            return working.park(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.ResumeAssignment c) {
            return working.resume(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.CompleteAssignment c) {
            return working.complete(turn, who, c, actor);
        } else if (command instanceof InteractionCommand.ChooseCode c) {
            return wrappingUp.choose(turn, who, c, actor);
        } else if (command instanceof InteractionCommand.ExtendWrapUp c) {
            return wrappingUp.extend(turn, who, c, actor);
        }
        throw new AssertionError(command);
    }

    /** Begins a contact from our side. */
    CompletionStage<CommandResult> write(
            Arriving.Ticket ticket, OutboundCommand.WriteTo command, Actor actor, String key) {
        return answer(
                actor,
                key,
                work -> slot.execute(turn -> work.accept(this, turn)),
                (group, turn) -> group.beginning.write(turn, ticket, command, actor));
    }

    /** Calls somebody from an agent's desk. */
    CompletionStage<CommandResult> dial(
            Arriving.Ticket ticket, QueueId queue, Address.PhoneNumber to, Actor.Person actor, String key) {
        return answer(
                actor,
                key,
                work -> slot.execute(turn -> work.accept(this, turn)),
                (group, turn) -> group.callingOut.dial(turn, ticket, queue, to, actor));
    }

    /** Takes the call that rings at a colleague's; asked where he who takes it is decided about. */
    public CompletionStage<CommandResult> command(Actor.Person actor, PickUp command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(new AgentId(actor.user().value()), work),
                (group, turn) -> group.pickingUp.pickUp(turn, command.agent(), actor));
    }

    /** Runs a verb of the telephone. */
    public CompletionStage<CommandResult> command(Actor.Person actor, CallCommand command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.interaction(), work),
                (group, turn) ->
                        group.conferring.verb(turn, new AgentId(actor.user().value()), command, actor));
    }

    /** Runs a supervisor's verb. */
    public CompletionStage<CommandResult> command(Actor.Person actor, SuperviseCommand command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.interaction(), work),
                (group, turn) ->
                        group.supervising.verb(turn, new AgentId(actor.user().value()), command, actor));
    }

    /** Changes an agent's presence. */
    public CompletionStage<CommandResult> command(Actor actor, AgentCommand.ChangePresence command, String key) {
        return answer(
                actor,
                key,
                work -> whereabouts.of(command.agent(), work),
                (group, turn) -> group.attending.change(turn, command, actor));
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
        whereabouts.of(agent, (group, turn) -> group.attending.windowOpened(turn, agent, window));
    }

    public void windowClosed(AgentId agent, String window) {
        whereabouts.of(agent, (group, turn) -> group.attending.windowClosed(agent, window));
    }

    /** An agent's record was changed. */
    public void recordChanged(AgentId agent) {
        whereabouts.of(agent, (group, turn) -> group.attending.recordChanged(turn, agent));
    }

    /** A device of an agent came or went. */
    public void reachChanged(AgentId agent) {
        whereabouts.of(agent, (group, turn) -> group.attending.reachChanged(turn, agent));
    }

    /** A channel with devices came or went. */
    public void reachChanged() {
        slot.execute(turn -> List.copyOf(state.agents()).forEach(agent -> attending.reachChanged(turn, agent.agent())));
    }

    /** What may come beside what agents do was changed. */
    public void matrixChanged() {
        slot.execute(turn -> List.copyOf(state.agents()).forEach(agent -> offering.agentChanged(turn, agent)));
    }

    /** A queue's settings were changed: what waits in it is ranked and matched anew. */
    public void queueChanged(QueueId queue) {
        slot.execute(turn -> List.copyOf(state.interactions()).stream()
                .filter(contact -> contact.queued() && contact.queue().equals(queue))
                .filter(contact -> contact.offer().isEmpty())
                .forEach(contact -> offering.contactWaits(turn, contact)));
    }

    /** A contact that was on an agent's desk here went to another group. */
    void released(AgentId who, InteractionId contact) {
        slot.execute(turn -> state.agent(who).ifPresent(agent -> {
            agent.release(contact, turn.now());
            offering.agentChanged(turn, agent);
        }));
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
            to.slot.execute(there -> to.restoring.adopt(there, contact, session, to.slot.name(), neighbours));
        });
    }

    @Override
    public Optional<Presence> presence(AgentId agent) {
        return known.presence(agent);
    }

    /** Reads something of the slot's state in a turn of its own. */
    <T> CompletionStage<T> ask(Function<SlotState, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        slot.execute(turn -> answer.complete(question.apply(state)));
        return answer;
    }

    @Override
    public Optional<QueueSettings> queue(QueueId queue) {
        return known.queue(queue);
    }

    @Override
    public Optional<Double> serviceLevel(QueueId queue) {
        return known.serviceLevel(queue);
    }

    @Override
    public boolean open(QueueSettings queue) {
        return known.open(queue);
    }

    @Override
    public WorkMatrix matrix() {
        return known.matrix();
    }

    @Override
    public void letGo(Turn turn, LiveInteraction contact, Problem problem) {
        treating.letGo(turn, contact, problem);
    }

    @Override
    public Optional<Person> extension(String number) {
        return known.extension(number);
    }

    @Override
    public boolean decidedHere(AgentId agent) {
        return neighbours.of(agent) == this;
    }

    @Override
    public void visits(Turn turn, AgentId agent, Optional<AgentDesk.Participation> visit, InteractionId contact) {
        if (decidedHere(agent)) {
            attending.visits(turn, agent, visit, contact);
        } else {
            turn.after(() -> neighbours
                    .of(agent)
                    .whereabouts()
                    .of(agent, (group, there) -> group.attending.visits(there, agent, visit, contact)));
        }
    }

    @Override
    public void guestsGo(Turn turn, LiveInteraction contact) {
        conferring.allGo(turn, contact);
    }

    @Override
    public Optional<Person> person(UserId user) {
        return known.person(user);
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return known.codes(use);
    }

    @Override
    public CodeTree dispositions() {
        return known.dispositions();
    }

    @Override
    public Set<WorkKind> unreachable(AgentId agent) {
        return known.unreachable(agent);
    }

    @Override
    public Optional<Channel> channel(ChannelKey key) {
        return known.channel(key);
    }

    @Override
    public boolean treats(InteractionId id, TreatmentQuestion question) {
        boolean treated = known.treatments().isPresent();
        known.treatments().ifPresent(all -> all.ask(question)
                .thenAccept(verdict -> neighbours.of(id).ifPresent(group -> group.treated(id, verdict))));
        return treated;
    }

    @Override
    public Optional<FactType> factType(String key) {
        return known.factType(key);
    }

    @Override
    public Optional<OutboundCalls> outbound() {
        return known.outbound().flatMap(Channel::outbound);
    }

    @Override
    public ChannelKey outboundChannel() {
        return known.outbound().map(Channel::key).orElse(new ChannelKey("voice"));
    }

    @Override
    public Optional<String> callbackFor(Address number, LiveInteraction contact) {
        return known.callbackFor(number, contact.id(), contact.arrived().number());
    }

    @Override
    public void signal(InteractionId id, ChannelSession from, ChannelSignal signal) {
        neighbours.of(id).ifPresent(group -> group.signal(id, from, signal, typing -> {}));
    }

    @Override
    public boolean mayBeOffered(Turn turn, LiveInteraction contact) {
        InteractionId id = contact.id();
        return callbacks.mayBeOffered(contact, turn.now(), later -> state.interaction(id)
                .filter(here -> here.queued() && here.offer().isEmpty())
                .ifPresent(here -> offering.contactWaits(later, here)));
    }

    @Override
    public void calledOff(Turn turn, LiveInteraction contact, String why, Actor actor) {
        callingOut.calledOff(turn, contact, why, actor);
    }

    @Override
    public Optional<OutboundCap.Full> outboundFull(AgentId agent, UnitId unit) {
        return known.outboundCap().full(agent, unit, known.now());
    }

    @Override
    public void calledOut(AgentId agent) {
        known.outboundCap().made(agent, known.now());
    }

    @Override
    public ZoneId zone(UnitId unit) {
        return known.zone(unit);
    }

    @Override
    public boolean asksRating(Turn turn, LiveInteraction contact, Actor actor) {
        return rated.asks(turn, contact, actor);
    }

    @Override
    public void ratingGoesOn(Turn turn, LiveInteraction contact) {
        rated.goOn(turn, contact);
    }

    @Override
    public void entered(LiveInteraction contact) {
        callbacks.offerLater(contact);
    }

    @Override
    public void later(Duration delay, Consumer<Turn> work) {
        timers.after(delay, () -> slot.execute(work));
    }

    @Override
    public void placesChanged() {
        places.changed(known.now());
    }

    @Override
    public void accepted(LiveInteraction contact, Instant at) {
        places.accepted(contact, at);
    }

    @Override
    public void closed(LiveInteraction contact) {
        neighbours.forget(contact.id());
        known.callbackOver(contact.id());
    }
}
