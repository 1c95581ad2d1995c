// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Plays a story again through the real matching, with rules that may be others. The same story and rules always come
 * out the same. Offers are accepted at once; overflow by wait is followed, other overflow is not.
 */
final class Replay {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private record Event(Instant at, long order, Runnable act) {}

    private record Place(Story.Came came, QueueId queue) {}

    private final Map<QueueId, QueueSettings> queues = new LinkedHashMap<>();
    private final Matching matching;
    private final Map<AgentId, Desk> desks = new HashMap<>();
    private final Map<ContactId, Place> places = new HashMap<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<Fate> fates = new ArrayList<>();
    private Instant now = Instant.MIN;
    private long order;
    private boolean again;

    Replay(List<QueueSettings> queues, WorkMatrix matrix, Story story) {
        queues.forEach(queue -> this.queues.put(queue.id(), queue));
        List<QueueSettings> all = List.copyOf(this.queues.values());
        matching = new FloorMatching(() -> all, new StrategyBook());
        story.workers().forEach(worker -> {
            Desk desk = new Desk(worker, matrix);
            desks.put(worker.agent(), desk);
            worker.shifts().forEach(shift -> {
                at(shift.from(), () -> there(desk, true));
                at(shift.until(), () -> there(desk, false));
            });
        });
        long number = 0;
        for (Story.Came came : story.contacts()) {
            ContactId id = new ContactId(new UUID(0, ++number));
            at(came.at(), () -> comes(id, came));
        }
    }

    /**
     * What becomes of each contact, in the order in which it was decided.
     *
     * @param most at most so many events are played
     * @param end what would happen later is not played; who waits then has waited until then
     */
    List<Fate> run(int most, Instant end) {
        for (int i = 0; i < most && !events.isEmpty() && !events.peek().at().isAfter(end); i++) {
            Event event = events.poll();
            now = event.at();
            event.act().run();
        }
        places.values().stream()
                .sorted(Comparator.comparing(place -> place.came().at()))
                .forEach(place -> fates.add(Fate.waits(place.came(), end)));
        return List.copyOf(fates);
    }

    private void at(Instant when, Runnable act) {
        events.add(new Event(when, order++, act));
    }

    private void there(Desk desk, boolean there) {
        desk.there(there, now);
        frees(desk);
    }

    private void comes(ContactId id, Story.Came came) {
        places.put(id, new Place(came, came.queue()));
        came.patience().ifPresent(patience -> at(came.at().plus(patience), () -> leaves(id)));
        looks(id);
        waits(id);
    }

    /** Each moment at which the queue's rules change how it stands. */
    private void looks(ContactId id) {
        Story.Came came = places.get(id).came();
        QueueSettings queue = queue(id);
        QueueRules rules = queue.rules();
        Stream<Duration> steps = queue.steps().stream().map(Step::from);
        Stream<Duration> ways = rules.overflow().stream()
                .filter(way -> way.when() == QueueRules.When.WAIT)
                .map(way -> Duration.ofSeconds(way.threshold()));
        Stream.of(steps, ways, Stream.of(rules.preferred().dedicatedFor(), rules.overtaking()))
                .flatMap(all -> all)
                .distinct()
                .map(came.at()::plus)
                .filter(when -> when.isAfter(now))
                .forEach(when -> at(when, () -> waits(id)));
    }

    private void waits(ContactId id) {
        if (!places.containsKey(id)) {
            return;
        }
        overflow(id);
        matching.contactWaits(waiting(id));
        Optional<Matching.Match> match = matching.forContact(id, now);
        while (match.isPresent() && !match.get().contact().equals(id) && places.containsKey(id)) {
            takes(match.get());
            match = places.containsKey(id) ? matching.forContact(id, now) : Optional.empty();
        }
        offers(match);
    }

    /** It keeps its place in the queue it goes to; each queue is entered once at most, as ways do not lead back. */
    private void overflow(ContactId id) {
        Place place = places.get(id);
        Duration waited = Duration.between(place.came().at(), now);
        queue(id).rules().overflow().stream()
                .filter(way -> way.when() == QueueRules.When.WAIT && waited.toSeconds() >= way.threshold())
                .map(QueueRules.Overflow::to)
                .filter(queues::containsKey)
                .findFirst()
                .ifPresent(to -> {
                    places.put(id, new Place(place.came(), to));
                    looks(id);
                    overflow(id);
                });
    }

    private Waiting waiting(ContactId id) {
        Story.Came came = places.get(id).came();
        QueueSettings queue = queue(id);
        QueueRules rules = queue.rules();
        Duration waited = Duration.between(came.at(), now);
        boolean due = waited.compareTo(rules.overtaking()) >= 0;
        return new Waiting(
                id,
                queue.id(),
                came.kind(),
                queue.steps().get(queue.stepAfter(waited)).needs(),
                Math.max(-100, Math.min(100, queue.priority() + came.credit())),
                came.at(),
                waited.compareTo(rules.preferred().dedicatedFor()) < 0
                        ? Set.copyOf(rules.preferred().dedicated())
                        : Set.of(),
                Set.of(),
                due ? Optional.of(came.at().plus(rules.overtaking())) : Optional.empty());
    }

    private QueueSettings queue(ContactId id) {
        return queues.get(places.get(id).queue());
    }

    private void leaves(ContactId id) {
        Place place = places.remove(id);
        if (place != null) {
            matching.contactGone(id);
            fates.add(Fate.left(place.came(), now));
        }
    }

    private void frees(Desk desk) {
        matching.agentChanged(desk.agent(), desk.room());
        if (desk.room().isPresent()) {
            offers(matching.forAgent(desk.agent(), now));
        }
    }

    private void offers(Optional<Matching.Match> match) {
        match.ifPresent(this::takes);
        if (!again && matching.keeps()) {
            again = true;
            at(now.plus(AGAIN), () -> {
                again = false;
                offers(matching.again(now));
            });
        }
    }

    private void takes(Matching.Match match) {
        Duration waited = Duration.between(places.get(match.contact()).came().at(), now);
        int step = queue(match.contact()).stepAfter(waited) + 1;
        Story.Came came = places.remove(match.contact()).came();
        Desk desk = desks.get(match.agent());
        fates.add(Fate.taken(came, now, match.agent(), step));
        matching.contactGone(match.contact());
        desk.takes(came.kind());
        at(now.plus(came.handle()), () -> {
            desk.ends(came.kind(), now);
            frees(desk);
        });
        frees(desk);
    }
}
