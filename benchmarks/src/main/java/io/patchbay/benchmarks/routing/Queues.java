// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Queues as the benchmarks need them: 80 % within 20 s, the usual rules, a strategy. */
final class Queues {
    private Queues() {}

    static QueueSettings queue(String name, Map<SkillId, Integer> needs, String strategy) {
        QueueRules usual = QueueRules.USUAL;
        return new QueueSettings(
                new QueueId(name),
                name,
                UnitId.ROOT,
                List.of(new Step(Duration.ZERO, needs)),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.NONE, Duration.ofSeconds(60)),
                new QueueRules(
                        usual.preferred(),
                        usual.overflow(),
                        usual.overtaking(),
                        usual.limits(),
                        usual.hours(),
                        usual.callback(),
                        strategy,
                        usual.rating()));
    }
}
