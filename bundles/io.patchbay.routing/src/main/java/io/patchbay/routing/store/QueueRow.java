// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueSettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A queue in its table; what it needs stands as {@code skill:level} pairs. */
@Entity
@Table(name = "routing_queue")
public class QueueRow {
    @Id
    private String id;

    private String name;
    private String unit;
    private String needs;
    private int priority;

    @Column(name = "answer_seconds")
    private int answerSeconds;

    @Column(name = "target_share")
    private double targetShare;

    @Column(name = "ring_seconds")
    private int ringSeconds;

    @Column(name = "wrap_up_mode")
    private String wrapUpMode;

    @Column(name = "wrap_up_seconds")
    private int wrapUpSeconds;

    /** For EclipseLink. */
    protected QueueRow() {}

    QueueRow(QueueSettings queue) {
        id = queue.id().value();
        name = queue.name();
        unit = queue.unit().value();
        needs = new TreeMap<>(queue.needs())
                .entrySet().stream()
                        .map(need -> need.getKey() + ":" + need.getValue())
                        .collect(Collectors.joining(","));
        priority = queue.priority();
        answerSeconds = (int) queue.goal().answerWithin().toSeconds();
        targetShare = queue.goal().targetShare();
        ringSeconds = (int) queue.ring().toSeconds();
        wrapUpMode = queue.wrapUp().mode().name();
        wrapUpSeconds = (int) queue.wrapUp().limit().toSeconds();
    }

    QueueSettings queue() {
        return new QueueSettings(
                new QueueId(id),
                name,
                new UnitId(unit),
                needs(),
                priority,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(answerSeconds), targetShare),
                Duration.ofSeconds(ringSeconds),
                new QueueSettings.WrapUp(
                        QueueSettings.WrapUp.Mode.valueOf(wrapUpMode), Duration.ofSeconds(wrapUpSeconds)));
    }

    private Map<SkillId, Integer> needs() {
        Map<SkillId, Integer> levels = new TreeMap<>();
        if (needs.isEmpty()) {
            return levels;
        }
        for (String need : needs.split(",", -1)) {
            int colon = need.indexOf(':');
            levels.put(new SkillId(need.substring(0, colon)), Integer.valueOf(need.substring(colon + 1)));
        }
        return levels;
    }
}
