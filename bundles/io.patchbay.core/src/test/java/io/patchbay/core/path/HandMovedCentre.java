// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.DemoSettings;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.Opener;
import io.patchbay.core.slot.Ledger;
import io.patchbay.core.slot.Slot;
import io.patchbay.core.treat.Treatments;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** The slots of a centre on one thread, with a clock that tests move: what would take minutes takes none. */
final class HandMovedCentre {
    static final WorkKind CHAT = new WorkKind("chat");
    static final WorkKind CALL = new WorkKind("call");

    private record Timer(Instant at, long order, Runnable run) {}

    final ManualClock clock = new ManualClock();
    final DemoSettings settings = new DemoSettings();
    final List<JournalEntry> journal = new ArrayList<>();
    final Map<InteractionId, Interaction> contacts = new HashMap<>();
    final Map<AgentId, AgentDesk> desks = new HashMap<>();
    final Map<InteractionId, Line> sessions = new HashMap<>();
    final Map<QueueId, Double> serviceLevels = new HashMap<>();
    final Set<QueueId> closed = new HashSet<>();
    /** The own officer of who comes. */
    Optional<AgentId> officer = Optional.empty();

    /** Nobody is asked before the queue, so nothing runs here. */
    private static final ExecutorService OUTSIDE = ForkJoinPool.commonPool();

    private final String strategy;
    private final Known known;
    private QueueGroups groups;

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
    private long order;
    private int number;

    HandMovedCentre() {
        this("longest-idle");
    }

    HandMovedCentre(String strategy) {
        this.strategy = strategy;
        known = new Known(
                settings,
                settings,
                clock,
                agent -> Optional.ofNullable(desks.get(agent)).map(desk -> desk.state()),
                List::of,
                List::of,
                List::of,
                queue -> Optional.ofNullable(serviceLevels.get(queue)),
                () -> Optional.of((queue, at) -> !closed.contains(queue.id())),
                new Treatments(List::of, OUTSIDE, this::after, clock));
    }

    /** The slots, as people and queues are at the first use: later changes must not regroup them. */
    QueueGroups groups() {
        if (groups == null) {
            groups = new QueueGroups(
                    known,
                    (name, all) -> new QueueGroup(
                            new Slot(name, new Turns(), new Kept(), clock, this::publish),
                            new FloorMatching(strategy),
                            this::after,
                            known,
                            all));
        }
        return groups;
    }

    /** One thing after the other, on the caller's thread. */
    private static final class Turns implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean running;

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
            if (!running) {
                running = true;
                while (!waiting.isEmpty()) {
                    waiting.remove().run();
                }
                running = false;
            }
        }
    }

    private final class Kept implements Ledger {
        @Override
        public CompletionStage<Long> append(Batch batch) {
            batch.drafts().forEach(draft -> journal.add(line(draft)));
            return CompletableFuture.completedStage((long) journal.size());
        }

        @Override
        public void owned(InteractionId interaction, long epoch) {}

        @Override
        public Optional<String> overloaded() {
            return Optional.empty();
        }
    }

    private JournalEntry line(JournalDraft draft) {
        return new JournalEntry(
                journal.size() + 1L,
                draft.at(),
                draft.type(),
                draft.version(),
                draft.subject().interaction(),
                draft.actor(),
                draft.unit(),
                draft.epoch(),
                draft.body(),
                "",
                List.of());
    }

    private void publish(List<Interaction> interactions, List<AgentDesk> agents) {
        interactions.forEach(contact -> contacts.put(contact.id(), contact));
        agents.forEach(desk -> desks.put(desk.state().agent(), desk));
    }

    private Runnable after(Duration delay, Runnable run) {
        Timer timer = new Timer(clock.instant().plus(delay), order++, run);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Moves on, and lets everything happen at its moment. */
    void pass(Duration time) {
        Instant until = clock.instant().plus(time);
        while (!timers.isEmpty() && !timers.peek().at().isAfter(until)) {
            Timer next = timers.remove();
            clock.advance(Duration.between(clock.instant(), next.at()));
            next.run().run();
        }
        clock.advance(Duration.between(clock.instant(), until));
    }

    /** All memory is lost; what the journal has comes back, and every window that was open. */
    void crash() {
        timers.clear();
        groups = null;
        Map<InteractionId, LiveInteraction> open = new LinkedHashMap<>();
        Map<AgentId, LiveAgent> agents = new LinkedHashMap<>();
        for (JournalEntry entry : journal) {
            CoreEvents.read(entry).ifPresent(event -> fold(entry, event, open, agents));
        }
        groups().restore(agents.values(), open.values());
        agents.forEach((agent, live) -> {
            if (live.ready()) {
                groups().of(agent).windowOpened(agent, agent.value());
            }
        });
    }

    private void fold(
            JournalEntry entry,
            CoreEvent event,
            Map<InteractionId, LiveInteraction> open,
            Map<AgentId, LiveAgent> agents) {
        if (event instanceof PresenceEvent.Changed changed) {
            AgentId id = changed.agent();
            LiveAgent agent = agents.computeIfAbsent(
                    id,
                    any -> new LiveAgent(
                            id, known.person(new UserId(id.value())).orElseThrow(), entry.at()));
            agent.presence(changed.presence(), entry.at());
        } else if (event instanceof InteractionEvent.Arrived arrived) {
            InteractionId id = entry.interaction().orElseThrow();
            open.put(id, new LiveInteraction(id, entry.unit(), entry.epoch(), arrived, entry.at(), Opener.FRESH));
        } else if (entry.interaction().filter(open::containsKey).isPresent()) {
            open.get(entry.interaction().get()).apply(event, entry.at(), Opener.FRESH);
            if (event instanceof InteractionEvent.Closed) {
                open.remove(entry.interaction().get());
            }
        }
    }

    /** A queue as it shall be, known at once. */
    void queue(QueueSettings queue) {
        settings.put(queue);
        if (groups != null) {
            groups.of(queue.id()).queueChanged(queue.id());
        }
    }

    void ready(String agent) {
        presence(agent, new Presence.Ready());
    }

    void presence(String agent, Presence presence) {
        AgentId id = new AgentId(agent);
        groups().of(id).windowOpened(id, agent);
        done(groups().of(id).command(actor(agent), new AgentCommand.ChangePresence(id, presence), ""));
    }

    static Actor actor(String user) {
        return new Actor.Person(
                new UserId(user),
                Scope.of(
                        new UserId(user),
                        Set.of(new UnitId("headquarters")),
                        user.equals("susan")
                                ? Set.of(Permissions.AGENT, Permissions.SUPERVISE)
                                : Set.of(Permissions.AGENT)));
    }

    InteractionId arrives(String queue, WorkKind kind) {
        return arrives(queue, kind, new Identification.Unknown());
    }

    InteractionId arrives(String queue, WorkKind kind, Identification who) {
        InteractionId id = InteractionId.at(clock.millis());
        Line session = new Line();
        sessions.put(id, session);
        QueueGroup group = groups().of(new QueueId(queue));
        groups().own(id, group);
        Arrival arrival = Arrival.text(
                new ChannelKey("loopback"),
                Address.parse("tel:+8613800000000"),
                new QueueId(queue),
                id.toString(),
                new ChannelSignal.MessageArrived(new MessageId("m" + number), "你好"));
        group.arrive(
                new Arriving.Ticket(
                        id, "260302-" + ++number, ConversationId.at(clock.millis()), new UnitId("headquarters")),
                new Arrival(
                        arrival.channel(),
                        kind,
                        arrival.from(),
                        arrival.to(),
                        arrival.queue(),
                        arrival.conversation(),
                        arrival.remoteId(),
                        arrival.about(),
                        List.of()),
                List.of(),
                session);
        officer.ifPresent(own -> group.slot()
                .execute(turn -> turn.record(
                        group.state().interaction(id).orElseThrow(),
                        new InteractionEvent.Favoured(0, Optional.of(own), "own officer / 客户经理"),
                        actor("susan"))));
        groups().of(id).orElseThrow().identified(id, who);
        return id;
    }

    CommandResult does(String user, InteractionCommand command) {
        return groups().of(command.interaction())
                .orElseThrow()
                .command(actor(user), command, Uuid7.at(clock.millis()), "")
                .toCompletableFuture()
                .join();
    }

    void accepts(String agent, InteractionId contact) {
        must(does(agent, new InteractionCommand.AcceptAssignment(contact)));
    }

    void completes(String agent, InteractionId contact) {
        must(does(agent, new InteractionCommand.CompleteAssignment(contact, Optional.empty(), "")));
    }

    void leaves(InteractionId contact) {
        groups().of(contact)
                .orElseThrow()
                .signal(contact, sessions.get(contact), new ChannelSignal.RemoteLeft("gone"), typing -> {});
    }

    /** The remote side does something. */
    void signal(InteractionId contact, ChannelSignal signal) {
        groups().of(contact).orElseThrow().signal(contact, sessions.get(contact), signal, typing -> {});
    }

    /** Its channel is there again after a restart. */
    void resumes(InteractionId contact) {
        groups().of(contact).orElseThrow().resume(contact, sessions.get(contact));
    }

    Line session(InteractionId contact) {
        return sessions.get(contact);
    }

    static void must(CommandResult result) {
        if (!(result instanceof CommandResult.Done)) {
            throw new AssertionError("refused: " + result);
        }
    }

    private static void done(CompletionStage<CommandResult> result) {
        must(result.toCompletableFuture().join());
    }

    /** The agent at whose desk it rings or lies. */
    Optional<String> with(InteractionId contact) {
        return contacts.get(contact).assignments().stream()
                .filter(part -> part.endedAt().isEmpty())
                .map(part -> part.agent().value())
                .findFirst();
    }

    String queueOf(InteractionId contact) {
        return contacts.get(contact).placement().queue().value();
    }

    /** What happened to a contact, of one type. */
    <T extends CoreEvent> Stream<T> events(InteractionId contact, Class<T> type) {
        return journal.stream()
                .filter(entry -> entry.interaction().filter(contact::equals).isPresent())
                .map(CoreEvents::read)
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
