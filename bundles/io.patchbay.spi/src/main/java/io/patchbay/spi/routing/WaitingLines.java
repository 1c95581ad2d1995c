// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Waiting contacts in lines: one for each queue and set of needs. A line lies under that of its needs which the fewest
 * lines have, so that an agent looks at few that he cannot take.
 */
final class WaitingLines {
    private record Key(QueueId queue, WorkKind kind, Map<SkillId, Integer> needs, Set<AgentId> only) {}

    /** A place in the order of {@link Waiting#RANK} among those due, or among those not due. */
    private record Rank(long seconds, int nanos, ContactId id) implements Comparable<Rank> {
        static final ContactId FIRST = new ContactId(new UUID(0, 0));

        static Rank of(Instant counted, ContactId id) {
            return new Rank(counted.getEpochSecond(), counted.getNano(), id);
        }

        @Override
        public int compareTo(Rank other) {
            if (seconds != other.seconds) {
                return seconds < other.seconds ? -1 : 1;
            }
            return nanos != other.nanos ? nanos - other.nanos : id.compareTo(other.id);
        }
    }

    /** Where a contact stands, and how often it saw another taken before it. */
    private static final class Place {
        private final Waiting contact;
        private final Rank rank;
        private final Line line;
        private int overtaken;

        Place(Waiting contact, Line line, int overtaken) {
            this.contact = contact;
            this.rank = Rank.of(contact.counted(), contact.id());
            this.line = line;
            this.overtaken = overtaken;
        }
    }

    /** The lines that an agent with these skills and this room fits, as long as no other line is added. */
    private record Found(Map<SkillId, Integer> skills, Set<WorkKind> open, int generation, List<Line> lines) {
        boolean holds(FreeAgent agent, int now) {
            return generation == now && skills == agent.skills() && open.equals(agent.open());
        }
    }

    /** Lines that stay when they are empty: the same queues are asked for again and again. */
    private static final int EMPTY_KEPT = 5_000;

    private final Map<ContactId, Place> places = new HashMap<>();
    private final Map<Key, Line> lines = new HashMap<>();
    private final Map<SkillId, List<Line>> bySkill = new HashMap<>();
    private final Map<AgentId, List<Line>> byName = new HashMap<>();
    private final List<Line> forAnyone = new ArrayList<>();
    private final Map<AgentId, Found> found = new HashMap<>();
    private int generation;
    private int due;

    /** Adds or moves it; true if it was not here. */
    boolean put(Waiting contact) {
        Place old = places.get(contact.id());
        if (old != null) {
            remove(contact.id());
        }
        Key key = new Key(contact.queue(), contact.kind(), contact.needs(), contact.only());
        Line line = lines.get(key);
        if (line == null) {
            line = new Line(key, shelves(key));
            for (List<Line> shelf : line.shelves) {
                shelf.add(line);
            }
            lines.put(key, line);
            generation++;
        }
        due += contact.due() ? 1 : 0;
        Place place = new Place(contact, line, old == null ? 0 : old.overtaken);
        places.put(contact.id(), place);
        line.part(contact).put(place.rank, place);
        return old == null;
    }

    private List<List<Line>> shelves(Key key) {
        if (!key.only().isEmpty()) {
            return key.only().stream()
                    .map(agent -> byName.computeIfAbsent(agent, any -> new ArrayList<>()))
                    .toList();
        }
        return List.of(key.needs().keySet().stream()
                .sorted()
                .map(skill -> bySkill.computeIfAbsent(skill, any -> new ArrayList<>()))
                .min(Comparator.comparingInt(List::size))
                .orElse(forAnyone));
    }

    /** Takes it off; one that is not here is ignored. */
    void remove(ContactId contact) {
        Place place = places.remove(contact);
        if (place == null) {
            return;
        }
        Line line = place.line;
        line.part(place.contact).remove(place.rank);
        due -= place.contact.due() ? 1 : 0;
        if (line.size() == 0 && (!line.key.only().isEmpty() || lines.size() > EMPTY_KEPT)) {
            lines.remove(line.key);
            line.shelves.forEach(shelf -> shelf.remove(line));
            line.key
                    .only()
                    .forEach(agent -> byName.computeIfPresent(agent, (same, left) -> left.isEmpty() ? null : left));
            generation++;
        }
    }

    Optional<Waiting> contact(ContactId contact) {
        Place place = places.get(contact);
        return place == null ? Optional.empty() : Optional.of(place.contact);
    }

    /** All that wait, in no certain order. */
    Collection<Waiting> all() {
        return places.values().stream().map(place -> place.contact).toList();
    }

    Stream<Line> lines() {
        return lines.values().stream().filter(line -> line.size() > 0);
    }

    /** Some may be empty. */
    List<Line> linesFor(FreeAgent agent) {
        Found known = found.get(agent.agent());
        if (known == null || !known.holds(agent, generation)) {
            known = new Found(agent.skills(), agent.open(), generation, search(agent));
            found.put(agent.agent(), known);
        }
        return known.lines();
    }

    private List<Line> search(FreeAgent agent) {
        List<Line> suitable = new ArrayList<>();
        for (SkillId skill : agent.skills().keySet()) {
            collect(bySkill.getOrDefault(skill, List.of()), agent, suitable);
        }
        collect(forAnyone, agent, suitable);
        collect(byName.getOrDefault(agent.agent(), List.of()), agent, suitable);
        return suitable;
    }

    private static void collect(List<Line> lines, FreeAgent agent, List<Line> suitable) {
        for (Line line : lines) {
            if (line.suits(agent)) {
                suitable.add(line);
            }
        }
    }

    Optional<Waiting> firstDue(FreeAgent agent) {
        Waiting first = null;
        if (due > 0) {
            for (Line line : linesFor(agent)) {
                Place head = Line.unbarred(agent, line.due, line.due.firstEntry());
                first = head != null && (first == null || Waiting.RANK.compare(head.contact, first) < 0)
                        ? head.contact
                        : first;
            }
        }
        return Optional.ofNullable(first);
    }

    boolean firstOfItsLine(Waiting contact, FreeAgent agent) {
        Place place = places.get(contact.id());
        return place == null
                || place.line
                        .first(agent)
                        .filter(first -> !first.id().equals(contact.id()))
                        .isEmpty();
    }

    List<Waiting> overtaken(FreeAgent agent, Waiting taken, int ceiling) {
        List<Waiting> enough = List.of();
        for (Line line : linesFor(agent)) {
            Place head = Line.unbarred(agent, line.waiting, line.waiting.firstEntry());
            if (head != null && Waiting.RANK.compare(head.contact, taken) < 0 && ++head.overtaken >= ceiling) {
                enough = enough.isEmpty() ? new ArrayList<>() : enough;
                enough.add(head.contact);
            }
        }
        return enough;
    }

    /** All that fit an agent, those due first. */
    Stream<Waiting> contactsFor(FreeAgent agent) {
        List<Line> found = linesFor(agent);
        return Stream.of(
                        found.stream().map(line -> line.due.values()).toList(),
                        found.stream().map(line -> line.waiting.values()).toList())
                .flatMap(part -> Merged.stream(part, Comparator.comparing(place -> place.rank), place -> true))
                .map(place -> place.contact)
                .filter(agent::fits);
    }

    /** One line: those due, and those not yet. */
    static final class Line implements Floor.Line {
        private final NavigableMap<Rank, Place> due = new TreeMap<>();
        private final NavigableMap<Rank, Place> waiting = new TreeMap<>();
        private final Key key;
        private final List<List<Line>> shelves;

        Line(Key key, List<List<Line>> shelves) {
            this.key = key;
            this.shelves = shelves;
        }

        private NavigableMap<Rank, Place> part(Waiting contact) {
            return contact.due() ? due : waiting;
        }

        /** Whether an agent fits what all of them ask for. */
        boolean suits(FreeAgent agent) {
            return key.only().isEmpty()
                    ? agent.suits(key.kind(), key.needs())
                    : agent.open().contains(key.kind());
        }

        /** Whoever is first, whomever he bars. */
        Waiting head() {
            return (due.isEmpty() ? waiting : due).firstEntry().getValue().contact;
        }

        @Override
        public QueueId queue() {
            return key.queue();
        }

        @Override
        public Optional<Waiting> first(FreeAgent agent) {
            Place first = due.isEmpty() ? null : unbarred(agent, due, due.firstEntry());
            return contact(first == null ? unbarred(agent, waiting, waiting.firstEntry()) : first);
        }

        @Override
        public Optional<Waiting> firstFrom(FreeAgent agent, Instant from) {
            return contact(unbarred(agent, waiting, waiting.ceilingEntry(Rank.of(from, Rank.FIRST))));
        }

        private static Optional<Waiting> contact(Place place) {
            return place == null ? Optional.empty() : Optional.of(place.contact);
        }

        /** Null if there is none. */
        private static Place unbarred(FreeAgent agent, NavigableMap<Rank, Place> part, Map.Entry<Rank, Place> first) {
            Map.Entry<Rank, Place> next = first;
            while (next != null && next.getValue().contact.barred().contains(agent.agent())) {
                next = part.higherEntry(next.getKey());
            }
            return next == null ? null : next.getValue();
        }

        @Override
        public int size() {
            return due.size() + waiting.size();
        }
    }
}
