// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.queue.Step;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.routing.json.RulesJson;
import io.patchbay.spi.command.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The JSON bodies of the commands about queues; what is missing or wrong is named. */
public final class QueueFields {
    private final Fields body;

    QueueFields(Map<String, Object> body) {
        this.body = Fields.of(body);
    }

    public QueueCommand.SaveQueue queue() {
        return new QueueCommand.SaveQueue(new QueueSettings(
                new QueueId(body.text("queue")),
                body.text("name"),
                new UnitId(body.text("unit")),
                steps(),
                body.number("priority", 0),
                new QueueSettings.ServiceGoal(
                        Duration.ofSeconds(body.number("answerWithinSeconds", 20)),
                        body.number("targetPercent", 80) / 100.0),
                Duration.ofSeconds(body.number("ringSeconds", 15)),
                new QueueSettings.WrapUp(
                        body.choice(QueueSettings.WrapUp.Mode.class, "wrapUp", QueueSettings.WrapUp.Mode.OPTIONAL),
                        Duration.ofSeconds(body.number("wrapUpSeconds", 60))),
                RulesJson.read(body)));
    }

    /** The steps, or the needs of a queue that has only one. */
    private List<Step> steps() {
        if (!body.has("steps")) {
            return List.of(new Step(Duration.ZERO, body.counts("needs", SkillId::new)));
        }
        if (body.has("needs")) {
            throw new IllegalArgumentException("the fields \"needs\" and \"steps\" exclude each other: say one");
        }
        return body.objects("steps").stream()
                .map(step -> new Step(Duration.ofSeconds(step.number("from", 0)), needs(step)))
                .toList();
    }

    /** A step says what it needs or that anyone will do: nothing at all is a slip. */
    private static Map<SkillId, Integer> needs(Fields step) {
        Map<SkillId, Integer> needs = step.counts("needs", SkillId::new);
        if (needs.isEmpty() != step.flag("anyone", false)) {
            throw new IllegalArgumentException("the step from " + step.number("from", 0)
                    + " s must name skills in \"needs\" or say \"anyone\": true");
        }
        return needs;
    }

    public QueueCommand.RemoveQueue removedQueue() {
        return new QueueCommand.RemoveQueue(new QueueId(body.text("queue")));
    }

    public QueueCommand.SaveSkill skill() {
        return new QueueCommand.SaveSkill(new Skill(new SkillId(body.text("skill")), body.text("name")));
    }

    public QueueCommand.RemoveSkill removedSkill() {
        return new QueueCommand.RemoveSkill(new SkillId(body.text("skill")));
    }

    public QueueCommand.SaveCode code() {
        return new QueueCommand.SaveCode(new Code(
                body.parsed("use", QueueFields::use, "one of " + List.of(Code.Use.values()))
                        .orElseThrow(() -> new IllegalArgumentException("the field \"use\" is missing")),
                body.text("key"),
                body.text("english"),
                body.text("chinese"),
                body.flag("retired", false),
                body.maybeText("parent")));
    }

    public QueueCommand.SaveMeetings meetings() {
        Map<WorkKind, WorkMatrix.Meeting> coming = new TreeMap<>();
        Fields given = body.object("coming");
        given.names()
                .forEach(kind -> coming.put(
                        new WorkKind(kind), given.choice(WorkMatrix.Meeting.class, kind, WorkMatrix.Meeting.NEVER)));
        return new QueueCommand.SaveMeetings(new WorkKind(body.text("doing")), coming);
    }

    private static Code.Use use(String text) {
        return Code.Use.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
