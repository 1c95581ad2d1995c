// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.matching;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.QueueGoal;
import io.patchbay.spi.routing.Waiting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The floor, divided by the strategies that decide: each contact lies in the part of its queue, each agent in all. */
final class Parts {
    private final Supplier<List<QueueSettings>> queues;
    private final StrategyBook book;
    private final String usual;
    private final Map<AgentId, FreeAgent> agents = new HashMap<>();
    private final Map<ContactId, Part> places = new HashMap<>();
    private final Map<QueueId, QueueSettings> settings = new HashMap<>();
    private final Map<String, Part> parts = new TreeMap<>();
    private List<QueueSettings> seen = List.of();
    private long seenVersion = -1;

    /** {@code usual} decides for queues that are not known. */
    Parts(Supplier<List<QueueSettings>> queues, StrategyBook book, String usual) {
        this.usual = usual;
        this.queues = queues;
        this.book = book;
    }

    /**
     * If the queues or the strategies changed, everything is filed anew; a strategy that was cut off keeps its old
     * floor.
     */
    void refresh() {
        List<QueueSettings> now = queues.get();
        long version = book.version();
        if (seen == now && seenVersion == version) {
            return;
        }
        seen = now;
        seenVersion = version;
        settings.clear();
        now.forEach(queue -> settings.put(queue.id(), queue));
        List<Waiting> waiting = parts.values().stream()
                .flatMap(part -> part.floor().contacts().stream())
                .toList();
        parts.values().forEach(part -> part.seat().release());
        parts.clear();
        places.clear();
        waiting.forEach(this::put);
    }

    void put(Waiting contact) {
        Part part = part(contact.queue());
        Part old = places.put(contact.id(), part);
        if (old != null && !old.equals(part)) {
            old.floor().removeContact(contact.id());
        }
        part.floor().put(contact);
    }

    private Part part(QueueId queue) {
        QueueSettings known = settings.get(queue);
        String named = known == null ? usual : known.rules().strategy();
        return parts.computeIfAbsent(book.effective(named), id -> {
            Part part = new Part(book.strategy(id));
            agents.values().forEach(part.floor()::put);
            settings.values().forEach(one -> part.floor()
                    .put(new QueueGoal(
                            one.id(), one.goal().answerWithin(), one.goal().targetShare())));
            return part;
        });
    }

    void remove(ContactId contact) {
        Part part = places.remove(contact);
        if (part != null) {
            part.floor().removeContact(contact);
        }
    }

    void put(AgentId agent, Optional<FreeAgent> room) {
        if (room.isPresent()) {
            agents.put(agent, room.get());
        } else {
            agents.remove(agent);
        }
        for (Part part : parts.values()) {
            if (room.isPresent()) {
                part.floor().put(room.get());
            } else {
                part.floor().removeAgent(agent);
            }
        }
    }

    Optional<FreeAgent> agent(AgentId agent) {
        return Optional.ofNullable(agents.get(agent));
    }

    Optional<Part> part(ContactId contact) {
        return Optional.ofNullable(places.get(contact));
    }

    Collection<Part> all() {
        return parts.values();
    }

    /** Before whom the agent can be given nobody. */
    Optional<Waiting> firstDue(FreeAgent agent) {
        Optional<Waiting> first = Optional.empty();
        for (Part part : parts.values()) {
            Optional<Waiting> due = part.floor().firstDue(agent);
            if (due.isPresent() && (first.isEmpty() || Waiting.RANK.compare(due.get(), first.get()) < 0)) {
                first = due;
            }
        }
        return first;
    }

    /** The parts in which something waits for an agent, by the first of it. */
    Collection<Part> inTurn(FreeAgent agent) {
        if (parts.size() < 2) {
            return parts.values();
        }
        return heads(agent).stream()
                .sorted(Waiting.RANK)
                .map(head -> places.get(head.id()))
                .distinct()
                .toList();
    }

    boolean anythingFor(FreeAgent agent) {
        return !heads(agent).isEmpty();
    }

    private List<Waiting> heads(FreeAgent agent) {
        List<Waiting> heads = new ArrayList<>();
        for (Part part : parts.values()) {
            for (Floor.Line line : part.floor().lines(agent)) {
                line.first(agent).ifPresent(heads::add);
            }
        }
        return heads;
    }
}
