// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.model.Opener;
import io.patchbay.core.path.Known;
import io.patchbay.core.read.HalfHour;
import io.patchbay.core.read.LiveBoard;
import io.patchbay.core.read.QueueDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The board of the past: journal lines shown to it one by one, as the slots once published them. One thread. */
final class FloorFold {
    private final ContentVault vault;
    private final Function<Supplier<Instant>, Known> knows;
    private final Known known;
    private final LiveBoard board;
    private final Map<InteractionId, LiveInteraction> contacts = new HashMap<>();
    private final Map<AgentId, LiveAgent> agents = new HashMap<>();
    private Instant now;
    private long seq;

    /** Begins after a line, at its moment; {@code knows} makes what the core knew with a clock. */
    FloorFold(ContentVault vault, Function<Supplier<Instant>, Known> knows, long seq, Instant from) {
        this.vault = vault;
        this.seq = seq;
        this.now = from;
        this.knows = knows;
        known = knows.apply(() -> now);
        board = new LiveBoard(new QueueDay(known), Runnable::run);
    }

    long seq() {
        return seq;
    }

    Instant now() {
        return now;
    }

    Known known() {
        return known;
    }

    LiveBoard board() {
        return board;
    }

    /** Goes on from a snapshot; {@code lines} are those of its contacts up to it. */
    FloorFold(
            ContentVault vault,
            Function<Supplier<Instant>, Known> knows,
            FloorSnapshot snapshot,
            List<JournalEntry> lines) {
        this.vault = vault;
        this.seq = snapshot.seq();
        this.now = snapshot.at();
        this.knows = knows;
        known = knows.apply(() -> now);
        board = new LiveBoard(snapshot.day().copy(known), Runnable::run);
        lines.forEach(entry -> CoreEvents.read(entry).ifPresent(event -> build(entry, event)));
        snapshot.agents().forEach(standing -> agent(standing.agent()).ifPresent(agent -> {
            agent.presence(standing.presence(), standing.since());
            contacts.values().stream()
                    .filter(contact -> contact.lastOpenPart(standing.agent()).isPresent())
                    .forEach(agent::take);
        }));
        board.restore(
                contacts.values().stream().map(LiveInteraction::view).toList(),
                agents.values().stream().map(LiveAgent::view).toList());
    }

    /** Where it stands now. */
    FloorSnapshot snapshot() {
        Instant at = now;
        return new FloorSnapshot(
                seq,
                at,
                List.copyOf(contacts.keySet()),
                agents.values().stream()
                        .map(LiveAgent::state)
                        .map(state -> new FloorSnapshot.Standing(state.agent(), state.presence(), state.since()))
                        .toList(),
                board.day().copy(knows.apply(() -> at)));
    }

    /** How many wait in each queue; none where nobody does. */
    Map<QueueId, Integer> waiting() {
        Map<QueueId, Integer> waiting = new HashMap<>();
        contacts.values().stream()
                .map(LiveInteraction::view)
                .filter(contact -> HalfHour.waits(contact, now))
                .forEach(contact -> waiting.merge(contact.placement().queue(), 1, Integer::sum));
        return waiting;
    }

    /** Nothing happened until then. */
    void wait(Instant moment) {
        now = moment;
    }

    /** The lines of contacts that were open when it begins: what was before counts for nobody's day but theirs. */
    void begin(List<JournalEntry> lines) {
        Instant start = now;
        lines.forEach(line -> {
            now = line.at();
            take(line);
        });
        now = start;
    }

    /** The next line. */
    void next(JournalEntry entry) {
        seq = entry.seq();
        if (entry.at().isAfter(now)) {
            now = entry.at();
        }
        take(entry);
    }

    private void take(JournalEntry entry) {
        Optional<CoreEvent> event = CoreEvents.read(entry);
        if (event.isPresent() && event.get() instanceof PresenceEvent.Changed changed) {
            agent(changed.agent()).ifPresent(agent -> {
                agent.presence(changed.presence(), entry.at());
                board.publish(List.of(), List.of(agent.view()));
            });
        } else if (event.isPresent()) {
            build(entry, event.get()).ifPresent(contact -> show(contact, entry.at()));
        }
    }

    /** The contact an event belongs to, with the event; none for those that were closed before it begins. */
    private Optional<LiveInteraction> build(JournalEntry entry, CoreEvent event) {
        Optional<InteractionId> id = entry.interaction();
        Opener opener = Opener.of(entry, vault);
        if (id.isPresent() && event instanceof InteractionEvent.Arrived arrived) {
            contacts.put(
                    id.get(), new LiveInteraction(id.get(), entry.unit(), entry.epoch(), arrived, entry.at(), opener));
        } else {
            id.map(contacts::get).ifPresent(contact -> contact.apply(event, entry.at(), opener));
        }
        return id.map(contacts::get);
    }

    private void show(LiveInteraction contact, Instant at) {
        board.publish(List.of(contact.view()), desks(contact, at));
        if (contact.closed()) {
            contacts.remove(contact.id());
            board.interactions().projected(List.of(contact.id()));
            board.day().settle(contact.id());
        }
    }

    private List<AgentDesk> desks(LiveInteraction contact, Instant at) {
        List<AgentDesk> desks = new ArrayList<>();
        contact.parts().stream().map(LivePart::agent).distinct().forEach(id -> agent(id)
                .ifPresent(agent -> {
                    if (contact.lastOpenPart(id).isPresent()) {
                        agent.take(contact);
                    } else {
                        agent.release(contact.id(), at);
                    }
                    desks.add(agent.view());
                }));
        return desks;
    }

    private Optional<LiveAgent> agent(AgentId id) {
        return Optional.ofNullable(agents.computeIfAbsent(id, none -> known.person(new UserId(id.value()))
                .map(person -> new LiveAgent(id, person, now))
                .orElse(null)));
    }
}
