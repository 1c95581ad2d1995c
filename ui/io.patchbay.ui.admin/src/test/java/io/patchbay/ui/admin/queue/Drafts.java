// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueRules.Overflow;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueSettings.ServiceGoal;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.api.queue.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Queues of these tests. */
final class Drafts {
    static final SkillId FRENCH = new SkillId("french");
    static final SkillId LOANS = new SkillId("loans");

    private Drafts() {}

    static Step step(int from, Map<SkillId, Integer> needs) {
        return new Step(Duration.ofSeconds(from), needs);
    }

    /** Rings for 15 s, goal 80% in 20 s. */
    static QueueSettings queue(String id, Step... steps) {
        return queue(id, QueueRules.USUAL, steps);
    }

    private static QueueSettings queue(String id, QueueRules rules, Step... steps) {
        return new QueueSettings(
                new QueueId(id),
                id,
                new UnitId("hq"),
                steps.length == 0 ? List.of(step(0, Map.of())) : List.of(steps),
                0,
                new ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new WrapUp(WrapUp.Mode.OPTIONAL, Duration.ofSeconds(60)),
                rules);
    }

    /** A queue that overflows to others after a minute. */
    static QueueSettings leading(String id, String... to) {
        List<Overflow> ways = Stream.of(to)
                .map(target -> new Overflow(QueueRules.When.WAIT, 60, new QueueId(target)))
                .toList();
        QueueRules usual = QueueRules.USUAL;
        QueueRules rules = new QueueRules(
                usual.preferred(),
                ways,
                usual.overtaking(),
                usual.limits(),
                usual.hours(),
                usual.callback(),
                usual.strategy(),
                usual.rating());
        return queue(id, rules);
    }

    static List<Fault> faults(QueueDraft draft, QueueSettings... queues) {
        return new FaultFinder(draft, List.of(queues)).faults();
    }
}
