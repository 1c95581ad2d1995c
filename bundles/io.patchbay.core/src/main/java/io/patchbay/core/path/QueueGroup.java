// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Ledger;
import io.patchbay.core.slot.Slot;
import io.patchbay.core.slot.Timers;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.routing.Matching;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

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
    private final Offering offering;
    private final Ending ending;
    private final Messaging messaging;
    private final Arriving arriving;
    private final Working working;
    private final Transferring transferring;
    private final Attending attending;
    private final Places places;
    private final Facts facts;
    private final Devices devices;
    private final Beginning beginning;
    private final Restoring restoring;

    /** Makes an empty group. */
    public QueueGroup(Slot slot, Matching matching, Timers timers, Known known, QueueGroups neighbours) {
        this.slot = slot;
        this.state = new SlotState(matching);
        this.timers = timers;
        this.known = known;
        this.neighbours = neighbours;
        offering = new Offering(state, this);
        ending = new Ending(state, this, offering);
        arriving = new Arriving(state, this, offering);
        transferring = new Transferring(state, this, arriving, offering, ending);
        messaging = new Messaging(state, offering, transferring);
        working = new Working(state, this, offering, ending, messaging);
        attending = new Attending(state, this, offering);
        places = new Places(state, this);
        facts = new Facts(this);
        devices = new Devices(state, offering, transferring, ending);
        beginning = new Beginning(state, this, attending, offering, ending);
        restoring = new Restoring(state, offering, ending, attending, arriving);
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

    void arrive(Arriving.Ticket ticket, Arrival arrival, List<Incoming> messages, ChannelSession session) {
        slot.execute(turn -> arriving.arrive(turn, ticket, arrival, messages, session));
    }

    /** A letter for a contact: whether it is here and its remote side too. */
    CompletionStage<Boolean> letter(InteractionId id, Incoming letter) {
        return turn(turn -> {
            Optional<LiveInteraction> contact = state.interaction(id).filter(here -> !here.remoteLeft());
            contact.ifPresent(here -> messaging.arrived(turn, here, letter));
            return contact.isPresent();
        });
    }

    /** What became of a message of ours; false if the contact is not here. */
    public CompletionStage<Boolean> report(InteractionCommand.ReportMessage report, Actor actor) {
        return turn(turn -> {
            Optional<LiveInteraction> contact = state.interaction(report.interaction());
            contact.ifPresent(here -> messaging.report(turn, here, report, actor));
            return contact.isPresent();
        });
    }

    private CompletionStage<Boolean> turn(Predicate<Turn> work) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        slot.execute(turn -> {
            try {
                boolean done = work.test(turn);
                turn.after(() -> answer.complete(done));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        return answer;
    }

    void identified(InteractionId id, Identification who) {
        slot.execute(turn -> arriving.identified(turn, id, who));
    }

    /** What the remote side does. */
    void signal(InteractionId id, ChannelSession from, ChannelSignal signal, Consumer<InteractionId> typing) {
        slot.execute(turn -> state.interaction(id)
                .filter(contact -> state.session(id).filter(from::equals).isPresent())
                .ifPresent(contact -> take(turn, contact, signal, typing)));
    }

    private void take(Turn turn, LiveInteraction contact, ChannelSignal signal, Consumer<InteractionId> typing) {
        if (devices.take(turn, contact, signal)) {
            return;
        } else if (signal instanceof ChannelSignal.MessageArrived message) {
            messaging.arrived(turn, contact, Incoming.of(message));
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

    /** A channel takes a contact up again. */
    void resume(InteractionId id, ChannelSession session) {
        slot.execute(turn -> state.interaction(id).ifPresent(contact -> {
            state.session(id, session);
            places.forget(id).accept(turn);
            turn.after(() -> {
                session.committed(id, contact.arrived().conversation());
                contact.engaged()
                        .flatMap(part -> state.agent(part.agent()))
                        .ifPresent(agent ->
                                session.connect(agent.agent(), agent.person().name()));
            });
        }));
    }

    /** Runs an agent's or supervisor's verb. */
    public CompletionStage<CommandResult> command(Actor actor, InteractionCommand command, UUID fresh, String key) {
        return answer(actor, key, turn -> verb(turn, actor, command, fresh));
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
            return working.end(turn, end.interaction(), actor);
        } else if (command instanceof InteractionCommand.IdentifyCustomer identify) {
            return working.identify(turn, identify, actor);
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
        }
        throw new AssertionError(command);
    }

    /** Begins a contact from our side. */
    CompletionStage<CommandResult> write(
            Arriving.Ticket ticket, OutboundCommand.WriteTo command, Actor actor, String key) {
        return answer(actor, key, turn -> beginning.write(turn, ticket, command, actor));
    }

    /** Changes an agent's presence. */
    public CompletionStage<CommandResult> command(Actor actor, AgentCommand.ChangePresence command, String key) {
        return answer(actor, key, turn -> attending.change(turn, command, actor));
    }

    private CompletionStage<CommandResult> answer(Actor actor, String key, Function<Turn, CommandResult> verb) {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        slot.execute(turn -> {
            try {
                CommandResult result = verb.apply(turn);
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
        slot.execute(turn -> attending.windowOpened(turn, agent, window));
    }

    public void windowClosed(AgentId agent, String window) {
        slot.execute(turn -> attending.windowClosed(agent, window));
    }

    /** An agent's record was changed. */
    public void recordChanged(AgentId agent) {
        slot.execute(turn -> attending.recordChanged(turn, agent));
    }

    /** A device of an agent came or went. */
    public void reachChanged(AgentId agent) {
        slot.execute(turn -> attending.reachChanged(turn, agent));
    }

    /** A channel with devices came or went. */
    public void reachChanged() {
        slot.execute(turn -> List.copyOf(state.agents()).forEach(agent -> attending.reachChanged(turn, agent.agent())));
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
    public Optional<Person> person(UserId user) {
        return known.person(user);
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return known.codes(use);
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
    public Optional<FactType> factType(String key) {
        return known.factType(key);
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
        places.accepted(contact.queue(), at);
    }

    @Override
    public void closed(LiveInteraction contact) {
        neighbours.forget(contact.id());
    }
}
