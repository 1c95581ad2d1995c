// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Skill;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The JSON bodies of the commands about queues; what is missing or wrong is named. */
public final class QueueFields {
    private final Map<String, Object> body;

    QueueFields(Map<String, Object> body) {
        this.body = body;
    }

    public QueueCommand.SaveQueue queue() {
        return new QueueCommand.SaveQueue(new QueueSettings(
                new QueueId(text("queue")),
                text("name"),
                new UnitId(text("unit")),
                needs(),
                number("priority", 0),
                new QueueSettings.ServiceGoal(
                        Duration.ofSeconds(number("answerWithinSeconds", 20)), number("targetPercent", 80) / 100.0),
                Duration.ofSeconds(number("ringSeconds", 15)),
                new QueueSettings.WrapUp(
                        choice(QueueSettings.WrapUp.Mode.class, "wrapUp", "OPTIONAL"),
                        Duration.ofSeconds(number("wrapUpSeconds", 60)))));
    }

    private Map<SkillId, Integer> needs() {
        Map<SkillId, Integer> needs = new TreeMap<>();
        if (body.getOrDefault("needs", Map.of()) instanceof Map<?, ?> given) {
            given.forEach((skill, level) -> needs.put(new SkillId((String) skill), ((Number) level).intValue()));
            return needs;
        }
        throw new IllegalArgumentException("the field \"needs\" must be an object of skills and levels");
    }

    public QueueCommand.RemoveQueue removedQueue() {
        return new QueueCommand.RemoveQueue(new QueueId(text("queue")));
    }

    public QueueCommand.SaveSkill skill() {
        return new QueueCommand.SaveSkill(new Skill(new SkillId(text("skill")), text("name")));
    }

    public QueueCommand.RemoveSkill removedSkill() {
        return new QueueCommand.RemoveSkill(new SkillId(text("skill")));
    }

    public QueueCommand.SaveCode code() {
        return new QueueCommand.SaveCode(new Code(
                choice(Code.Use.class, "use", ""),
                text("key"),
                text("english"),
                text("chinese"),
                Boolean.TRUE.equals(body.get("retired"))));
    }

    private String text(String name) {
        if (body.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be text but is " + body.get(name));
    }

    private int number(String name, int otherwise) {
        Object value = body.getOrDefault(name, otherwise);
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be a whole number but is " + value);
    }

    private <T extends Enum<T>> T choice(Class<T> type, String name, String otherwise) {
        String value = String.valueOf(body.getOrDefault(name, otherwise));
        for (T choice : type.getEnumConstants()) {
            if (choice.name().equals(value.toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new IllegalArgumentException("the field \"" + name + "\" is \"" + value + "\", which is none of "
                + java.util.Arrays.toString(type.getEnumConstants()));
    }
}
