// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Plays a {@link Day} through the real matching, as the core would: one contact at a time, offers accepted at once. */
final class SimulatedDay {
    private static final WorkKind CALL = new WorkKind("call");
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    private static final double SECONDARY_SPEED = 0.85;
    private static final int VIP_CREDIT_MINUTES = 10;
    private static final int PRIMARY_LEVEL = 8;
    private static final int OTHER_LEVEL = 5;
    private static final long AGAIN = 1_000;

    /**
     * Which rule is played: a strategy, whether VIP calls have credit, whether all agents can do everything at full
     * speed.
     */
    record Rule(String name, String strategy, boolean credit, boolean onePool) {}

    private record Event(long at, int order, Runnable happens) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int moments = Long.compare(at, other.at);
            return moments != 0 ? moments : Integer.compare(order, other.order);
        }
    }

    private final Day day;
    private final Rule rule;
    private final Matching matching;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<ContactId, Day.Call> waiting = new HashMap<>();
    private final Figures.Count count = new Figures.Count();
    private int order;
    private long now;

    private SimulatedDay(Day day, Rule rule) {
        this.day = day;
        this.rule = rule;
        List<QueueSettings> queues = IntStream.range(0, Day.TYPES)
                .mapToObj(type -> Queues.queue("type" + type, needs(type), rule.strategy()))
                .toList();
        matching = new FloorMatching(() -> queues, new StrategyBook());
    }

    static Figures of(Day day, Rule rule) {
        return new SimulatedDay(day, rule).play();
    }

    private Figures play() {
        day.agents().forEach(this::free);
        day.calls().forEach(call -> later(call.at(), () -> comes(call)));
        later(0, this::again);
        for (Event event = events.poll(); event != null; event = events.poll()) {
            now = event.at();
            event.happens().run();
        }
        return count.figures();
    }

    private void later(long at, Runnable happens) {
        events.add(new Event(at, order++, happens));
    }

    private void comes(Day.Call call) {
        ContactId id = new ContactId(new UUID(call.at(), call.number()));
        waiting.put(id, call);
        matching.contactWaits(contact(id, call, Optional.empty()));
        matching.forContact(id, instant(now)).ifPresent(this::answer);
        if (waiting.containsKey(id)) {
            later(call.at() + call.patience(), () -> leaves(id));
            later(call.at() + QueueRules.USUAL.overtaking().toMillis(), () -> isDue(id));
        }
    }

    private void leaves(ContactId id) {
        Day.Call call = waiting.remove(id);
        if (call != null) {
            matching.contactGone(id);
            count.left(call);
        }
    }

    private void isDue(ContactId id) {
        Day.Call call = waiting.get(id);
        if (call != null) {
            matching.contactWaits(contact(id, call, Optional.of(instant(now))));
            matching.forContact(id, instant(now)).ifPresent(this::answer);
        }
    }

    private void again() {
        for (Optional<Matching.Match> match = matching.again(instant(now));
                match.isPresent();
                match = matching.again(instant(now))) {
            answer(match.get());
        }
        if (now < Day.LENGTH || !waiting.isEmpty()) {
            later(now + AGAIN, this::again);
        }
    }

    private void answer(Matching.Match match) {
        Day.Call call = waiting.remove(match.contact());
        Day.Worker agent =
                day.agents().get(Integer.parseInt(match.agent().value().substring(1)));
        matching.contactGone(match.contact());
        matching.agentChanged(match.agent(), Optional.empty());
        count.answered(call, now - call.at());
        boolean slower = !rule.onePool() && agent.primary() != call.type();
        later(now + (slower ? (long) (call.service() / SECONDARY_SPEED) : call.service()), () -> {
            free(agent);
            matching.forAgent(match.agent(), instant(now)).ifPresent(this::answer);
        });
    }

    private void free(Day.Worker agent) {
        Map<SkillId, Integer> skills = new HashMap<>();
        skills.put(skill(agent.primary()), PRIMARY_LEVEL);
        agent.others().forEach(other -> skills.put(skill(other), OTHER_LEVEL));
        AgentId id = new AgentId("a" + agent.number());
        matching.agentChanged(id, Optional.of(new FreeAgent(id, skills, Set.of(CALL), 0, instant(now))));
    }

    private Waiting contact(ContactId id, Day.Call call, Optional<Instant> due) {
        return new Waiting(
                id,
                new QueueId("type" + call.type()),
                CALL,
                needs(call.type()),
                rule.credit() && call.vip() ? VIP_CREDIT_MINUTES : 0,
                instant(call.at()),
                Set.of(),
                Set.of(),
                due);
    }

    private Map<SkillId, Integer> needs(int type) {
        return rule.onePool() ? Map.of() : Map.of(skill(type), 1);
    }

    private static SkillId skill(int type) {
        return new SkillId("skill" + type);
    }

    private static Instant instant(long millis) {
        return BEGIN.plusMillis(millis);
    }
}
