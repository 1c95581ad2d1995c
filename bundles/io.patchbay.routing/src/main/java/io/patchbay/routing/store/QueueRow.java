// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.routing.json.RulesJson;
import io.patchbay.spi.command.Fields;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A queue in its table. */
@Entity
@Table(name = "routing_queue")
public class QueueRow {
    @Id
    private String id;

    private String name;
    private String unit;
    private int priority;

    /** Its steps and rules as JSON; empty in rows of before there were any. */
    private String rules;

    /** Needs of rows of before there were steps: {@code skill:level} pairs. */
    private String needs;

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
        needs = "";
        Map<String, Object> body = new TreeMap<>(RulesJson.write(queue.rules()));
        body.put("steps", RulesJson.steps(queue.steps()));
        rules = CanonicalJson.write(body);
        priority = queue.priority();
        answerSeconds = (int) queue.goal().answerWithin().toSeconds();
        targetShare = queue.goal().targetShare();
        ringSeconds = (int) queue.ring().toSeconds();
        wrapUpMode = queue.wrapUp().mode().name();
        wrapUpSeconds = (int) queue.wrapUp().limit().toSeconds();
    }

    QueueSettings queue() {
        Fields body = Fields.of(rules.isEmpty() ? Map.of() : CanonicalJson.read(rules));
        return new QueueSettings(
                new QueueId(id),
                name,
                new UnitId(unit),
                body.has("steps") ? RulesJson.steps(body) : List.of(new Step(Duration.ZERO, needs())),
                priority,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(answerSeconds), targetShare),
                Duration.ofSeconds(ringSeconds),
                new QueueSettings.WrapUp(
                        QueueSettings.WrapUp.Mode.valueOf(wrapUpMode), Duration.ofSeconds(wrapUpSeconds)),
                RulesJson.read(body));
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
