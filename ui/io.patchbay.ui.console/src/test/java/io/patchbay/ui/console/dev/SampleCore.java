// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Contacts and desks in memory: enough of the core to press every button of the desk. */
public final class SampleCore implements Agents, Interactions, LiveQueues {
    public final SampleDirectory directory = new SampleDirectory();
    public final SampleQueues queues = new SampleQueues();
    public final SampleCustomers customers = new SampleCustomers();
    public final SampleCalls calls = new SampleCalls();
    public final Map<InteractionId, Interaction> contacts = new LinkedHashMap<>();
    public final Map<InteractionId, List<Message>> messages = new HashMap<>();
    public final Map<InteractionId, List<Note>> notes = new HashMap<>();
    public final Map<AgentId, Desk> desks = new LinkedHashMap<>();
    private final Map<AgentId, List<Consumer<AgentDesk>>> deskWatchers = new HashMap<>();
    private final List<Consumer<Interaction>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<InteractionId>> typingWatchers = new CopyOnWriteArrayList<>();
    private int count;

    /** One agent's desk. */
    static final class Desk {
        Presence presence = new Presence.LoggedOut();
        Instant since = Instant.now();
        boolean phoneAway;
        final List<AgentDesk.Offer> offers = new ArrayList<>();
        final List<AgentDesk.OpenAssignment> open = new ArrayList<>();
    }

    public synchronized Interaction contact(
            String channel, String queue, String name, String subject, Optional<Customer> customer, Instant at) {
        count++;
        InteractionId id = InteractionId.at(at.toEpochMilli());
        Address from = customer.map(known -> known.addresses().get(channel.equals("email") ? 1 : 0))
                .orElseGet(() -> channel.equals("voice")
                        ? new Address.PhoneNumber("+86139000%05d".formatted(count))
                        : new Address.ChatVisitor("v" + count + "7f3a9c"));
        String kind = channel.equals("voice") ? "call" : channel.equals("email") ? "mail" : channel;
        Interaction made = new Interaction(
                id,
                "261122-%05d".formatted(count),
                ConversationId.at(at.toEpochMilli()),
                new Interaction.Contact(
                        new ChannelKey(channel),
                        new WorkKind(kind),
                        Direction.INBOUND,
                        Optional.of(from),
                        Optional.<Address>of(new Address.ShortCode("95500", "+86"))
                                .filter(to -> channel.equals("voice")),
                        Optional.of(name),
                        Optional.ofNullable(subject),
                        "zh-CN"),
                InteractionState.WAITING,
                new Interaction.Placement(new QueueId(queue), SampleDirectory.CENTRE, 0),
                customer.map(Customer::id),
                new Interaction.Times(at, Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
        contacts.put(id, made);
        messages.put(id, new ArrayList<>());
        return made;
    }

    public synchronized void write(
            InteractionId id, Message.Author from, String text, Instant at, Message.Delivery delivery, String agent) {
        messages.get(id)
                .add(new Message(
                        new MessageId("m" + messages.get(id).size() + "-" + at.toEpochMilli()),
                        id,
                        from,
                        Optional.ofNullable(agent).map(AgentId::new),
                        at,
                        Optional.of(text),
                        delivery,
                        Message.Way.by(new io.patchbay.api.id.ChannelKey("chat")),
                        List.of(),
                        Optional.empty()));
        changed(id);
    }

    public void typing(InteractionId id) {
        typingWatchers.forEach(watcher -> watcher.accept(id));
    }

    public synchronized void offer(AgentId agent, InteractionId id, int seconds) {
        Instant now = Instant.now();
        deskOf(agent).offers.add(new AgentDesk.Offer(id, now, now.plusSeconds(seconds)));
        state(id, InteractionState.OFFERED);
        tell(agent);
    }

    public synchronized void accept(AgentId agent, InteractionId id) {
        Interaction contact = contacts.get(id);
        Instant now = Instant.now();
        deskOf(agent).offers.removeIf(offer -> offer.interaction().equals(id));
        deskOf(agent).open.add(new AgentDesk.OpenAssignment(id, AgentDesk.Phase.ACTIVE, now, Optional.empty()));
        List<Assignment> parts = new ArrayList<>(contact.assignments());
        parts.add(new Assignment(
                agent, now, Optional.of(now), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        Interaction.Times t = contact.times();
        put(
                contact,
                InteractionState.CONNECTED,
                new Interaction.Times(t.arrivedAt(), t.queuedAt(), Optional.of(now), t.remoteLeftAt(), t.closedAt()),
                contact.outcome(),
                parts,
                contact.customer());
        tell(agent);
    }

    synchronized void decline(AgentId agent, InteractionId id) {
        deskOf(agent).offers.removeIf(offer -> offer.interaction().equals(id));
        state(id, InteractionState.WAITING);
        tell(agent);
    }

    public synchronized void phase(AgentId agent, InteractionId id, AgentDesk.Phase phase) {
        Instant now = Instant.now();
        Optional<Instant> ends = phase == AgentDesk.Phase.WRAP_UP ? Optional.of(now.plusSeconds(60)) : Optional.empty();
        deskOf(agent)
                .open
                .replaceAll(open ->
                        open.interaction().equals(id) ? new AgentDesk.OpenAssignment(id, phase, now, ends) : open);
        state(
                id,
                phase == AgentDesk.Phase.WRAP_UP
                        ? InteractionState.WRAPUP
                        : phase == AgentDesk.Phase.PARKED ? InteractionState.PARKED : InteractionState.CONNECTED);
        tell(agent);
    }

    public synchronized void done(AgentId agent, InteractionId id, Optional<String> code, Assignment.End end) {
        Instant now = Instant.now();
        deskOf(agent).open.removeIf(open -> open.interaction().equals(id));
        Interaction contact = contacts.get(id);
        List<Assignment> parts = new ArrayList<>();
        for (Assignment part : contact.assignments()) {
            parts.add(
                    part.agent().equals(agent) && part.endedAt().isEmpty()
                            ? new Assignment(
                                    agent,
                                    part.offeredAt(),
                                    part.acceptedAt(),
                                    part.wrapUpAt(),
                                    Optional.of(now),
                                    code,
                                    Optional.of(end))
                            : part);
        }
        Interaction.Times t = contact.times();
        boolean closed = end != Assignment.End.TRANSFERRED;
        put(
                contact,
                closed ? InteractionState.CLOSED : InteractionState.WAITING,
                new Interaction.Times(
                        t.arrivedAt(),
                        t.queuedAt(),
                        t.answeredAt(),
                        Optional.of(now),
                        closed ? Optional.of(now) : Optional.empty()),
                closed ? Optional.of(Outcome.HANDLED) : Optional.empty(),
                parts,
                contact.customer());
        tell(agent);
    }

    public synchronized void closed(InteractionId id, Outcome outcome, Instant at) {
        Interaction contact = contacts.get(id);
        Interaction.Times t = contact.times();
        put(
                contact,
                InteractionState.CLOSED,
                new Interaction.Times(t.arrivedAt(), t.queuedAt(), t.answeredAt(), Optional.of(at), Optional.of(at)),
                Optional.of(outcome),
                contact.assignments(),
                contact.customer());
    }

    public synchronized void identify(InteractionId id, io.patchbay.api.id.CustomerId customer) {
        Interaction contact = contacts.get(id);
        put(contact, contact.state(), contact.times(), contact.outcome(), contact.assignments(), Optional.of(customer));
    }

    public synchronized void presence(AgentId agent, Presence presence) {
        deskOf(agent).presence = presence;
        deskOf(agent).since = Instant.now();
        tell(agent);
    }

    public synchronized void unreachable(AgentId agent, boolean phoneAway) {
        deskOf(agent).phoneAway = phoneAway;
        tell(agent);
    }

    public synchronized void recorded(InteractionId id, Interaction.RecordedPart part) {
        Interaction c = contacts.get(id);
        contacts.put(
                id,
                new Interaction(
                        c.id(),
                        c.number(),
                        c.conversation(),
                        c.contact(),
                        c.state(),
                        c.placement(),
                        c.customer(),
                        c.times(),
                        c.outcome(),
                        c.facts(),
                        c.assignments(),
                        List.of(part)));
    }

    private void state(InteractionId id, InteractionState state) {
        Interaction contact = contacts.get(id);
        put(contact, state, contact.times(), contact.outcome(), contact.assignments(), contact.customer());
    }

    private void put(
            Interaction c,
            InteractionState state,
            Interaction.Times times,
            Optional<Outcome> outcome,
            List<Assignment> parts,
            Optional<io.patchbay.api.id.CustomerId> customer) {
        contacts.put(
                c.id(),
                new Interaction(
                        c.id(),
                        c.number(),
                        c.conversation(),
                        c.contact(),
                        state,
                        c.placement(),
                        customer,
                        times,
                        outcome,
                        c.facts(),
                        parts,
                        c.recordings()));
        changed(c.id());
    }

    private void changed(InteractionId id) {
        watchers.forEach(watcher -> watcher.accept(contacts.get(id)));
    }

    Desk deskOf(AgentId agent) {
        return desks.computeIfAbsent(agent, none -> new Desk());
    }

    private void tell(AgentId agent) {
        AgentDesk desk = desk(agent);
        deskWatchers.getOrDefault(agent, List.of()).forEach(watcher -> watcher.accept(desk));
    }

    private AgentDesk desk(AgentId agent) {
        Desk desk = deskOf(agent);
        Person person = directory.people.get(new UserId(agent.value()));
        Map<WorkKind, Integer> active = new HashMap<>();
        Map<WorkKind, Integer> wrapUp = new HashMap<>();
        Map<WorkKind, Integer> reserved = new HashMap<>();
        desk.offers.forEach(offer ->
                reserved.merge(contacts.get(offer.interaction()).contact().kind(), 1, Integer::sum));
        for (AgentDesk.OpenAssignment open : desk.open) {
            WorkKind kind = contacts.get(open.interaction()).contact().kind();
            if (open.phase() != AgentDesk.Phase.PARKED) {
                (open.phase() == AgentDesk.Phase.ACTIVE ? active : wrapUp).merge(kind, 1, Integer::sum);
            }
        }
        AgentState.Load load =
                new AgentState.Load(reserved, active, wrapUp, person.work().capacity());
        return new AgentDesk(
                new AgentState(
                        agent,
                        person.name(),
                        person.unit(),
                        desk.presence,
                        desk.since,
                        Optional.empty(),
                        Optional.empty(),
                        load,
                        desk.phoneAway ? Set.of(new WorkKind("call")) : Set.of()),
                desk.offers,
                desk.open);
    }

    @Override
    public synchronized List<AgentState> agents(Scope scope) {
        return desks.keySet().stream().map(agent -> desk(agent).state()).toList();
    }

    @Override
    public synchronized Optional<AgentDesk> desk(Scope scope, AgentId agent) {
        return Optional.of(desk(agent));
    }

    @Override
    public synchronized Watch watch(AgentId agent, Consumer<AgentDesk> listener) {
        deskWatchers
                .computeIfAbsent(agent, none -> new CopyOnWriteArrayList<>())
                .add(listener);
        return () -> deskWatchers.get(agent).remove(listener);
    }

    @Override
    public void windowOpened(AgentId agent, String window) {}

    @Override
    public void windowClosed(AgentId agent, String window) {}

    @Override
    public synchronized Optional<Interaction> find(Scope scope, InteractionId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public synchronized List<Interaction> list(Scope scope, InteractionFilter filter) {
        return contacts.values().stream()
                .filter(c -> filter.state().isEmpty() || filter.state().get() == c.state())
                .filter(c -> filter.channel().isEmpty()
                        || filter.channel().get().equals(c.contact().channel()))
                .filter(c -> filter.queue().isEmpty()
                        || filter.queue().get().equals(c.placement().queue()))
                .filter(c -> filter.customer().isEmpty() || filter.customer().equals(c.customer()))
                .filter(c -> filter.from().isEmpty()
                        || !c.times().arrivedAt().isBefore(filter.from().get()))
                .filter(c -> filter.to().isEmpty()
                        || c.times().arrivedAt().isBefore(filter.to().get()))
                .sorted(Comparator.comparing((Interaction c) -> c.times().arrivedAt())
                        .reversed())
                .dropWhile(c -> filter.after().isPresent()
                        && !c.id().equals(filter.after().get()))
                .skip(filter.after().isPresent() ? 1 : 0)
                .limit(filter.limit())
                .toList();
    }

    @Override
    public synchronized List<Interaction> open(Scope scope) {
        return contacts.values().stream()
                .filter(c -> c.state() != InteractionState.CLOSED)
                .toList();
    }

    @Override
    public synchronized List<Message> messages(Scope scope, InteractionId id) {
        return List.copyOf(messages.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized List<Message> messages(Scope scope, ConversationId conversation) {
        return contacts.values().stream()
                .filter(c -> c.conversation().equals(conversation))
                .flatMap(c -> messages.get(c.id()).stream())
                .toList();
    }

    @Override
    public Optional<java.io.InputStream> attachment(
            Scope scope, InteractionId id, io.patchbay.api.id.AttachmentId attachment) {
        return Optional.empty();
    }

    @Override
    public List<Note> notes(Scope scope, InteractionId id) {
        return notes.getOrDefault(id, List.of());
    }

    @Override
    public Watch watch(Consumer<Interaction> listener) {
        watchers.add(listener);
        return () -> watchers.remove(listener);
    }

    @Override
    public Watch watchTyping(Consumer<InteractionId> listener) {
        typingWatchers.add(listener);
        return () -> typingWatchers.remove(listener);
    }

    @Override
    public synchronized List<QueueFigures> figures(Scope scope) {
        List<QueueFigures> figures = new ArrayList<>();
        int i = 0;
        int[][] sample = {{236, 231, 198, 6}, {188, 171, 120, 14}, {42, 41, 38, 1}, {31, 31, 30, 0}, {305, 290, 228, 12}
        };
        for (var queue : queues.queues.values()) {
            List<Interaction> waiting = contacts.values().stream()
                    .filter(c -> c.state() == InteractionState.WAITING
                            && c.placement().queue().equals(queue.id()))
                    .toList();
            int[] s = sample[i++ % sample.length];
            figures.add(new QueueFigures(
                    queue.id(),
                    waiting.size(),
                    waiting.stream().map(c -> c.times().arrivedAt()).min(Comparator.naturalOrder()),
                    2 + i,
                    3 + i * 2,
                    new QueueFigures.Today(s[0], s[1], s[2], s[3])));
        }
        return figures;
    }
}
