// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.api.queue.Why;
import io.patchbay.core.model.LiveInteraction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a waiting contact stands by its queue's rules at a moment: its step, whom it is tried with alone, whether it is
 * due, and when any of it changes next.
 *
 * @param step the step, from 1
 * @param steps how many the queue has
 * @param needs what the step asks for
 * @param only whom it is tried with alone; empty for all
 * @param passed the own officer who is not asked, and why
 * @param dueSince since when nobody is taken before it
 * @param changesAt when to look again
 */
record Standing(
        int step,
        int steps,
        Map<SkillId, Integer> needs,
        Set<AgentId> only,
        Optional<Why.Other> passed,
        Optional<Instant> dueSince,
        Optional<Instant> changesAt) {
    /** How often what the floor decides is looked at: service level, staffing, hours. */
    static final Duration LOOK = Duration.ofSeconds(5);

    private static final Standing FREE =
            new Standing(1, 1, Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    static Standing of(
            LiveInteraction contact,
            Optional<QueueSettings> settings,
            Officers.Own own,
            Predicate<AgentId> there,
            Instant now) {
        if (settings.isEmpty()) {
            return new Standing(1, 1, Map.of(), named(contact), Optional.empty(), Optional.empty(), FREE.changesAt());
        }
        QueueSettings queue = settings.get();
        Instant since = contact.queuedAt().orElse(now);
        Duration waited = Duration.between(since, now);
        int step = queue.stepAfter(waited);
        Duration ceiling = queue.rules().overtaking();
        return new Standing(
                step + 1,
                queue.steps().size(),
                queue.steps().get(step).needs(),
                contact.only().isPresent() ? named(contact) : preferred(own.asked(), queue.rules(), waited, there),
                own.passed(),
                waited.compareTo(ceiling) >= 0 ? Optional.of(since.plus(ceiling)) : Optional.empty(),
                bounds(queue)
                        .filter(bound -> bound.compareTo(waited) > 0)
                        .map(since::plus)
                        .min(Instant::compareTo)
                        .map(at -> watchesFloor(queue.rules()) && at.isAfter(now.plus(LOOK)) ? now.plus(LOOK) : at)
                        .or(() -> watchesFloor(queue.rules()) ? Optional.of(now.plus(LOOK)) : Optional.empty()));
    }

    private static Set<AgentId> named(LiveInteraction contact) {
        return contact.only().map(Set::of).orElse(Set.of());
    }

    /** The customer's own officer first, then the dedicated agents, as long as one of them is there. */
    private static Set<AgentId> preferred(
            Optional<AgentId> officer, QueueRules rules, Duration waited, Predicate<AgentId> there) {
        Duration officerFor = officerFor(rules);
        if (officer.isPresent() && waited.compareTo(officerFor) < 0) {
            return Set.of(officer.get());
        }
        Duration until = (officer.isPresent() ? officerFor : Duration.ZERO)
                .plus(rules.preferred().dedicatedFor());
        return waited.compareTo(until) < 0
                ? rules.preferred().dedicated().stream().filter(there).collect(Collectors.toSet())
                : Set.of();
    }

    private static Duration officerFor(QueueRules rules) {
        return rules.preferred().officer();
    }

    private static Stream<Duration> bounds(QueueSettings queue) {
        QueueRules rules = queue.rules();
        Stream<Duration> steps = queue.steps().stream().map(Step::from);
        Stream<Duration> overflow = rules.overflow().stream()
                .filter(way -> way.when() == QueueRules.When.WAIT)
                .map(way -> Duration.ofSeconds(way.threshold()));
        Duration dedicated = rules.preferred().dedicatedFor();
        Stream<Duration> rest = Stream.of(
                officerFor(rules),
                dedicated,
                officerFor(rules).plus(dedicated),
                rules.overtaking(),
                rules.limits().longest());
        return Stream.of(steps, overflow, rest).flatMap(all -> all);
    }

    private static boolean watchesFloor(QueueRules rules) {
        return rules.overflow().stream()
                .anyMatch(way -> way.when() == QueueRules.When.SERVICE_LEVEL
                        || way.when() == QueueRules.When.STAFFING
                        || way.when() == QueueRules.When.CLOSED);
    }
}
