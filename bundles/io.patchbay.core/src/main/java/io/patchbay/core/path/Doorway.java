// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.journal.RemoteContacts;
import io.patchbay.core.slot.Ledger;
import io.patchbay.core.slot.Slot;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The one way in: gives an arrival its id and its slot, has it journalled, and asks who it is meanwhile. */
public final class Doorway implements Intake {
    private static final Duration IDENTIFY_WITHIN = Duration.ofMillis(500);
    private static final int HAND_OVERS = 3;

    private final QueueGroups groups;
    private final Known known;
    private final Ledger ledger;
    private final Numbers numbers;
    private final CustomerIdentification identification;
    private final Consumer<InteractionId> typing;
    private final Map<String, InteractionId> remoteIds;
    private final Function<InteractionId, Optional<ConversationId>> past;
    private final Executor reading;

    /**
     * Opens the door.
     *
     * @param remoteIds the channels' own ids of the last day
     * @param past the conversation of an interaction that is closed; may wait for the database
     * @param reading where that is asked
     */
    public Doorway(
            QueueGroups groups,
            Known known,
            Ledger ledger,
            Numbers numbers,
            CustomerIdentification identification,
            Consumer<InteractionId> typing,
            Map<String, InteractionId> remoteIds,
            Function<InteractionId, Optional<ConversationId>> past,
            Executor reading) {
        this.groups = groups;
        this.known = known;
        this.ledger = ledger;
        this.numbers = numbers;
        this.identification = identification;
        this.typing = typing;
        this.remoteIds = new ConcurrentHashMap<>(remoteIds);
        this.past = past;
        this.reading = reading;
    }

    /** Nothing is begun while nothing can be kept. */
    public void mustBeOpen() throws OverloadException {
        Optional<String> overloaded = ledger.overloaded();
        if (overloaded.isPresent() || broken()) {
            throw new OverloadException(overloaded.orElse("a slot is broken; Patchbay must be restarted"));
        }
    }

    @Override
    public SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException {
        return open(
                arrival, session, arrival.messages().stream().map(Incoming::of).toList());
    }

    /** As the channels' door, with messages that carry more than words. */
    public SignalSink open(Arrival arrival, ChannelSession session, List<Incoming> messages) throws OverloadException {
        mustBeOpen();
        Optional<QueueSettings> queue = known.queue(arrival.queue());
        if (queue.isEmpty()) {
            session.refused(Problem.of(
                    "unknown-queue",
                    "There is no queue \"{0}\". An administrator must name an existing one in the channel''s settings.",
                    "没有队列“{0}”，请管理员在渠道设置中填写已有的队列。",
                    arrival.queue()));
            return signal -> {};
        }
        long now = known.now().toEpochMilli();
        InteractionId id = InteractionId.at(now);
        if (arrival.remoteId().isPresent()) {
            InteractionId first = remoteIds.putIfAbsent(
                    RemoteContacts.key(arrival.channel(), arrival.remoteId().get()), id);
            if (first != null) {
                return again(first, session);
            }
        }
        ConversationId conversation = arrival.conversation().orElseGet(() -> ConversationId.at(now));
        String number = numbers.next(known.now().atZone(known.zone(queue.get())).toLocalDate());
        QueueGroup group = groups.of(arrival.queue());
        groups.own(id, group);
        group.arrive(new Arriving.Ticket(id, number, conversation, queue.get().unit()), arrival, messages, session);
        identify(arrival.from(), id);
        return sink(id, session);
    }

    /** Begins a contact from our side, on the desk of the agent who begins it. */
    public CompletionStage<CommandResult> write(
            OutboundCommand.WriteTo command, ConversationId conversation, Actor actor, String key) {
        Optional<QueueSettings> queue = known.queue(command.queue());
        if (queue.isEmpty()) {
            return CompletableFuture.completedStage(Refusals.unknownQueue(command.queue()));
        }
        QueueGroup group = groups.of(command.queue());
        if (actor instanceof Actor.Person person
                && groups.of(new AgentId(person.user().value())) != group) {
            return CompletableFuture.completedStage(Refusals.notYourQueue(command.queue()));
        }
        InteractionId id = InteractionId.at(known.now().toEpochMilli());
        String number = numbers.next(known.now().atZone(known.zone(queue.get())).toLocalDate());
        groups.own(id, group);
        Arriving.Ticket ticket =
                new Arriving.Ticket(id, number, conversation, queue.get().unit());
        return group.write(ticket, command, actor, key).thenApply(result -> {
            if (result instanceof CommandResult.Done) {
                identify(command.to(), id);
            } else {
                groups.forget(id);
            }
            return result;
        });
    }

    /** Calls somebody from an agent's desk; a colleague by his extension. */
    public CompletionStage<CommandResult> dial(OutboundCommand.Dial command, Actor.Person actor, String key) {
        Optional<Person> colleague = known.extension(command.number().replaceAll("[ -]", ""));
        if (colleague.isPresent()) {
            return call(colleague.get(), actor, key);
        }
        QueueGroup group = group(actor);
        Optional<OutboundCalls> calls = known.outbound().flatMap(Channel::outbound);
        if (calls.isEmpty()) {
            return CompletableFuture.completedStage(CallRefusals.noLineOut());
        }
        Whither whither = new Whither(known, queue -> groups.of(queue) == group, calls.get());
        Whither.Way way = whither.way(command, actor.user());
        if (way.refusal().isPresent()) {
            return CompletableFuture.completedStage(way.refusal().get());
        }
        Address.PhoneNumber to = way.number().orElseThrow();
        QueueSettings queue = way.queue().orElseThrow();
        Arriving.Ticket ticket = ticket(queue, group);
        return group.dial(ticket, queue.id(), to, actor, key).thenApply(result -> {
            if (result instanceof CommandResult.Done) {
                identify(to, ticket.id());
            } else {
                groups.forget(ticket.id());
            }
            return result;
        });
    }

    /** Calls a colleague from an agent's desk. */
    public CompletionStage<CommandResult> call(OutboundCommand.CallColleague command, Actor.Person actor, String key) {
        return known.person(new UserId(command.agent().value()))
                .filter(Person::enabled)
                .map(colleague -> call(colleague, actor, key))
                .orElseGet(() -> CompletableFuture.completedStage(Refusals.unknownAgent(command.agent())));
    }

    /** Some queue's rules say how long it rings. */
    private CompletionStage<CommandResult> call(Person colleague, Actor.Person actor, String key) {
        QueueGroup group = group(actor);
        Optional<QueueSettings> queue = known.queues().stream()
                .filter(one -> groups.of(one.id()) == group)
                .findFirst();
        if (queue.isEmpty()) {
            return CompletableFuture.completedStage(CallRefusals.noQueueToCallFor());
        }
        Arriving.Ticket ticket = ticket(queue.get(), group);
        return group.call(ticket, queue.get().id(), colleague, actor, key).thenApply(result -> {
            if (!(result instanceof CommandResult.Done)) {
                groups.forget(ticket.id());
            }
            return result;
        });
    }

    private QueueGroup group(Actor.Person actor) {
        return groups.of(new AgentId(actor.user().value()));
    }

    private Arriving.Ticket ticket(QueueSettings queue, QueueGroup group) {
        long now = known.now().toEpochMilli();
        InteractionId id = InteractionId.at(now);
        String number = numbers.next(known.now().atZone(known.zone(queue)).toLocalDate());
        groups.own(id, group);
        return new Arriving.Ticket(id, number, ConversationId.at(now), queue.unit());
    }

    /** What became of a message of ours: false if its contact is open no more. */
    public CompletionStage<Boolean> report(InteractionCommand.ReportMessage report, Actor actor) {
        return groups.of(report.interaction())
                .map(group -> group.report(report, actor))
                .orElseGet(() -> CompletableFuture.completedStage(false));
    }

    /** What a report says, as the journal has it. */
    public static MessageEvent event(InteractionCommand.ReportMessage report) {
        return Messaging.event(report);
    }

    /** A letter for an open contact: false if it is open no more. */
    public CompletionStage<Boolean> letter(InteractionId id, Incoming letter) {
        return letter(id, letter, HAND_OVERS);
    }

    /** While it moves to another group it is in none: asked again a few times. */
    private CompletionStage<Boolean> letter(InteractionId id, Incoming letter, int tries) {
        Optional<QueueGroup> group = groups.of(id);
        return group.isEmpty() || tries == 0
                ? CompletableFuture.completedStage(false)
                : group.get()
                        .letter(id, letter)
                        .thenCompose(taken ->
                                taken ? CompletableFuture.completedStage(true) : letter(id, letter, tries - 1));
    }

    private boolean broken() {
        return groups.all().stream().map(QueueGroup::slot).anyMatch(Slot::broken);
    }

    private void identify(Address party, InteractionId id) {
        Identification late = new Identification.Unavailable(Duration.ZERO);
        CompletableFuture<Identification> answer = new CompletableFuture<>();
        identification.identify(party).whenComplete((who, failure) -> answer.complete(failure == null ? who : late));
        CompletionStage<Identification> within =
                answer.completeOnTimeout(late, IDENTIFY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        within.thenAccept(who -> groups.of(id).ifPresent(group -> group.identified(id, who)));
    }

    /** A repeat of a contact that is already here: it goes on with the first one. */
    private SignalSink again(InteractionId first, ChannelSession session) {
        Optional<SignalSink> open = resume(first, session);
        if (open.isEmpty()) {
            reading.execute(() -> past.apply(first).ifPresent(conversation -> session.committed(first, conversation)));
        }
        return open.orElse(signal -> {});
    }

    private SignalSink sink(InteractionId id, ChannelSession session) {
        return signal -> groups.of(id).ifPresent(group -> group.signal(id, session, signal, typing));
    }

    @Override
    public Optional<SignalSink> resume(InteractionId id, ChannelSession session) {
        return groups.of(id).map(group -> {
            group.resume(id, session);
            return sink(id, session);
        });
    }

    @Override
    public List<OpenContact> open(ChannelKey channel) {
        return groups.all().stream()
                .map(group -> group.ask(state -> state.interactions().stream()
                                .filter(contact -> Callbacks.on(contact, channel))
                                .filter(contact -> !contact.remoteLeft() || contact.recording())
                                .map(contact -> new OpenContact(
                                        contact.id(), contact.arrived().conversation()))
                                .toList())
                        .toCompletableFuture()
                        .join())
                .flatMap(Collection::stream)
                .toList();
    }
}
