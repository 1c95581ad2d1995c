// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Replays.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sums up what became of a queue's contacts. */
final class Sums {
    private final QueueSettings queue;
    private final Instant from;
    private final Function<AgentId, Map<SkillId, Integer>> skills;

    Sums(QueueSettings queue, Instant from, Function<AgentId, Map<SkillId, Integer>> skills) {
        this.queue = queue;
        this.from = from;
        this.skills = skills;
    }

    Figures of(List<Fate> all) {
        List<Fate> fates = all.stream()
                .filter(one -> one.came().queue().equals(queue.id()))
                .filter(one -> !one.came().at().isBefore(from))
                .toList();
        List<Fate> taken = fates.stream().filter(one -> one.agent().isPresent()).toList();
        long inTime = taken.stream()
                .filter(one -> one.waited().compareTo(queue.goal().answerWithin()) <= 0)
                .count();
        return new Figures(
                taken.size(),
                (int) inTime,
                (int) fates.stream().filter(Fate::abandoned).count(),
                total(taken, Fate::waited).dividedBy(Math.max(1, taken.size())),
                fates.stream().map(Fate::waited).max(Duration::compareTo).orElse(Duration.ZERO),
                (int) taken.stream().filter(one -> one.step() == 1).count(),
                total(taken.stream().filter(this::helped).toList(), one -> one.came()
                        .handle()));
    }

    private boolean helped(Fate fate) {
        return !queue.steps().get(0).takes(skills.apply(fate.agent().orElseThrow()));
    }

    private static Duration total(List<Fate> fates, Function<Fate, Duration> what) {
        return fates.stream().map(what).reduce(Duration.ZERO, Duration::plus);
    }
}
