// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue {@code service} of the branch, and no other. */
public final class OneQueue implements Queues {
    public static final QueueId SERVICE = new QueueId("service");
    public static final UnitId BRANCH = new UnitId("branch");

    private final String name;

    public OneQueue() {
        this("客户服务");
    }

    public OneQueue(String name) {
        this.name = name;
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return List.of(new QueueSettings(
                SERVICE,
                name,
                BRANCH,
                Map.of(),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(20),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.NONE, Duration.ofSeconds(10))));
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return queues(scope).stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    @Override
    public List<Skill> skills() {
        return List.of();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return List.of();
    }
}
