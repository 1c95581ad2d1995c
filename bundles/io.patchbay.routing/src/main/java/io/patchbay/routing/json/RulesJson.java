// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.json;

import static io.patchbay.api.queue.QueueRules.USUAL;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.Step;
import io.patchbay.spi.command.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A queue's steps and rules as commands, texts and tables have them. */
public final class RulesJson {
    private RulesJson() {}

    /** The rules of a body; what is absent is as usual. */
    public static QueueRules read(Fields body) {
        Fields preferred = body.object("preferred");
        Fields limits = body.object("limits");
        return new QueueRules(
                new QueueRules.Preferred(
                        seconds(preferred, "officerSeconds", USUAL.preferred().officer()),
                        preferred.texts("dedicated").stream().map(AgentId::new).toList(),
                        seconds(preferred, "dedicatedSeconds", USUAL.preferred().dedicatedFor())),
                body.objects("overflow").stream().map(RulesJson::overflow).toList(),
                seconds(body, "overtakingSeconds", USUAL.overtaking()),
                new QueueRules.Limits(
                        limits.number("waiting", USUAL.limits().waiting()),
                        seconds(limits, "longestSeconds", USUAL.limits().longest())),
                hours(body.object("hours")),
                callback(body.object("callback")),
                body.maybeText("strategy").orElse(USUAL.strategy()),
                new QueueRules.Rating(
                        body.object("rating").flag("asked", false),
                        phrase(body.object("rating").object("question")),
                        body.object("rating").number("of", USUAL.rating().of())),
                new QueueRules.NoAnswer(
                        body.object("noAnswer")
                                .choice(
                                        QueueRules.NoAnswer.Then.class,
                                        "then",
                                        USUAL.noAnswer().then()),
                        body.object("noAnswer").number("times", USUAL.noAnswer().times())),
                body.texts("codes"));
    }

    private static QueueRules.Overflow overflow(Fields line) {
        return new QueueRules.Overflow(
                line.parsed("when", QueueRules.When::valueOf, "one of " + List.of(QueueRules.When.values()))
                        .orElseThrow(() -> new IllegalArgumentException("an overflow must say \"when\"")),
                line.number("threshold", 0),
                new QueueId(line.text("to")));
    }

    private static QueueRules.Hours hours(Fields hours) {
        return new QueueRules.Hours(
                hours.maybeText("calendar"),
                hours.choice(QueueRules.Closed.class, "closed", USUAL.hours().closed()),
                hours.maybeText("instead").map(QueueId::new),
                phrase(hours.object("greeting")));
    }

    private static QueueRules.CallbackOffer callback(Fields callback) {
        QueueRules.CallbackOffer usual = USUAL.callback();
        return new QueueRules.CallbackOffer(
                callback.flag("offered", usual.offered()),
                seconds(callback, "afterSeconds", usual.after()),
                callback.number("tries", usual.tries()),
                Duration.ofMinutes(
                        callback.number("pauseMinutes", (int) usual.pause().toMinutes())));
    }

    private static Optional<QueueRules.Phrase> phrase(Fields words) {
        return words.has("english") || words.has("chinese")
                ? Optional.of(new QueueRules.Phrase(words.text("english"), words.text("chinese")))
                : Optional.empty();
    }

    private static Duration seconds(Fields body, String name, Duration usual) {
        return Duration.ofSeconds(body.number(name, (int) usual.toSeconds()));
    }

    /** What {@link #read} reads. */
    public static Map<String, Object> write(QueueRules rules) {
        Map<String, Object> body = new TreeMap<>();
        body.put(
                "preferred",
                Map.of(
                        "officerSeconds", (int) rules.preferred().officer().toSeconds(),
                        "dedicated",
                                rules.preferred().dedicated().stream()
                                        .map(AgentId::value)
                                        .toList(),
                        "dedicatedSeconds",
                                (int) rules.preferred().dedicatedFor().toSeconds()));
        body.put(
                "overflow",
                rules.overflow().stream()
                        .map(one -> Map.of(
                                "when", one.when().name(),
                                "threshold", one.threshold(),
                                "to", one.to().value()))
                        .toList());
        body.put("overtakingSeconds", (int) rules.overtaking().toSeconds());
        body.put("limits", Map.of("waiting", rules.limits().waiting(), "longestSeconds", (int)
                rules.limits().longest().toSeconds()));
        body.put("hours", hours(rules.hours()));
        body.put(
                "callback",
                Map.of(
                        "offered",
                        rules.callback().offered(),
                        "afterSeconds",
                        (int) rules.callback().after().toSeconds(),
                        "tries",
                        rules.callback().tries(),
                        "pauseMinutes",
                        (int) rules.callback().pause().toMinutes()));
        body.put("strategy", rules.strategy());
        Map<String, Object> rating = new TreeMap<>(
                Map.of("asked", rules.rating().asked(), "of", rules.rating().of()));
        rules.rating().question().ifPresent(words -> rating.put("question", phrase(words)));
        body.put("rating", rating);
        body.put(
                "noAnswer",
                Map.of(
                        "then",
                        rules.noAnswer().then().name(),
                        "times",
                        rules.noAnswer().times()));
        body.put("codes", rules.codes());
        return body;
    }

    private static Map<String, Object> hours(QueueRules.Hours hours) {
        Map<String, Object> body = new TreeMap<>(Map.of("closed", hours.closed().name()));
        hours.calendar().ifPresent(calendar -> body.put("calendar", calendar));
        hours.instead().ifPresent(queue -> body.put("instead", queue.value()));
        hours.greeting().ifPresent(words -> body.put("greeting", phrase(words)));
        return body;
    }

    private static Map<String, Object> phrase(QueueRules.Phrase words) {
        return Map.of("english", words.english(), "chinese", words.chinese());
    }

    /** The steps of a list of objects. */
    public static List<Object> steps(List<Step> steps) {
        List<Object> lines = new ArrayList<>();
        for (Step step : steps) {
            Map<String, Object> line =
                    new TreeMap<>(Map.of("from", (int) step.from().toSeconds()));
            if (step.needs().isEmpty()) {
                line.put("anyone", true);
            } else {
                Map<String, Object> needs = new TreeMap<>();
                step.needs().forEach((skill, level) -> needs.put(skill.value(), level));
                line.put("needs", needs);
            }
            lines.add(line);
        }
        return lines;
    }

    /** Reads what {@link #steps(List)} wrote. */
    public static List<Step> steps(Fields body) {
        return body.objects("steps").stream()
                .map(step -> new Step(Duration.ofSeconds(step.number("from", 0)), step.counts("needs", SkillId::new)))
                .toList();
    }
}
