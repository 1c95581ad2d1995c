// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Replays.Outcome;
import io.patchbay.api.queue.WorkMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a story of the past and tells it three times: as it was, with the rules that hold, with those to try. */
final class Retelling {
    private static final int MOST_EVENTS = 1_000_000;
    private static final Duration USUAL_HANDLE = Duration.ofMinutes(3);

    private final List<QueueSettings> queues;
    private final WorkMatrix matrix;
    private final Map<AgentId, Person> people;

    Retelling(List<QueueSettings> queues, WorkMatrix matrix, List<Person> people) {
        this.queues = queues;
        this.matrix = matrix;
        this.people = people.stream()
                .collect(Collectors.toMap(one -> new AgentId(one.user().value()), Function.identity()));
    }

    /**
     * Tells it.
     *
     * @param past what happened
     * @param draft the rules to try
     * @param warm from when contacts are played, so that agents are as busy as they were
     * @param from from when they count
     * @param until to when they came
     * @param end to when it is known what became of them
     */
    Outcome outcome(Past past, QueueSettings draft, Instant warm, Instant from, Instant until, Instant end) {
        List<Past.Episode> episodes = past.episodes().stream()
                .filter(one -> !one.since.isBefore(warm) && one.since.isBefore(until))
                .sorted(Comparator.comparing(one -> one.since))
                .toList();
        Duration handle = handle(episodes);
        Map<Past.Episode, Story.Came> came =
                episodes.stream().collect(Collectors.toMap(Function.identity(), one -> came(one, handle)));
        Story story = new Story(episodes.stream().map(came::get).toList(), workers(past.shifts(end)));
        Sums sums = new Sums(draft, from, this::skills);
        return new Outcome(
                sums.of(episodes.stream()
                        .map(one -> fate(one, came.get(one), end))
                        .toList()),
                sums.of(new Replay(queues, matrix, story).run(MOST_EVENTS, end)),
                sums.of(new Replay(with(draft), matrix, story).run(MOST_EVENTS, end)));
    }

    private List<QueueSettings> with(QueueSettings draft) {
        List<QueueSettings> tried = new ArrayList<>(queues);
        tried.removeIf(queue -> queue.id().equals(draft.id()));
        tried.add(draft);
        return tried;
    }

    private static Story.Came came(Past.Episode one, Duration usual) {
        return new Story.Came(
                one.queued.orElseThrow().queue(),
                one.arrived.orElseThrow().kind(),
                one.since,
                one.credit,
                one.agent.isPresent()
                        ? Optional.empty()
                        : one.closedAt.map(closed -> Duration.between(one.since, closed)),
                one.endedAt
                        .map(ended -> Duration.between(one.answeredAt, ended))
                        .orElse(usual));
    }

    private Fate fate(Past.Episode one, Story.Came came, Instant end) {
        if (one.agent.isPresent()) {
            int step = step(came.queue(), Duration.between(one.since, one.answeredAt));
            return Fate.taken(came, one.answeredAt, one.agent.get(), step);
        }
        return one.closedAt.map(closed -> Fate.left(came, closed)).orElseGet(() -> Fate.waits(came, end));
    }

    private int step(QueueId id, Duration waited) {
        return queues.stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .map(queue -> queue.stepAfter(waited) + 1)
                .orElse(1);
    }

    private static Duration handle(List<Past.Episode> episodes) {
        List<Duration> known = episodes.stream()
                .filter(one -> one.endedAt.isPresent())
                .map(one -> Duration.between(one.answeredAt, one.endedAt.get()))
                .toList();
        return known.isEmpty()
                ? USUAL_HANDLE
                : known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size());
    }

    private List<Story.Worker> workers(Map<AgentId, List<Story.Shift>> shifts) {
        return shifts.entrySet().stream()
                .filter(one -> people.containsKey(one.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Story.Worker(
                        one.getKey(),
                        skills(one.getKey()),
                        people.get(one.getKey()).work().capacity(),
                        one.getValue()))
                .toList();
    }

    private Map<SkillId, Integer> skills(AgentId agent) {
        return Optional.ofNullable(people.get(agent))
                .map(one -> one.work().skills())
                .orElse(Map.of());
    }
}
