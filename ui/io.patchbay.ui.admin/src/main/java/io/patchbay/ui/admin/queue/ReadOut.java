// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueRules.NoAnswer;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Reads a draft out: the whole rule as a sentence. */
final class ReadOut {
    private final Words words;
    private final Names names;

    /**
     * How things are called.
     *
     * @param skill names of skills
     * @param queue names of queues
     * @param agent names of agents
     */
    record Names(Function<SkillId, String> skill, Function<QueueId, String> queue, Function<AgentId, String> agent) {}

    ReadOut(Words words, Names names) {
        this.words = words;
        this.names = names;
    }

    /**
     * The sentence.
     *
     * @param draft one whose numbers are all there
     * @param fit how many people fit a step
     */
    String text(QueueDraft draft, ToIntFunction<DraftStep> fit) {
        List<String> parts = new ArrayList<>();
        if (number(draft, Amount.OFFICER) > 0) {
            parts.add(words.get("read.officer", shown(draft, Amount.OFFICER)));
        }
        if (number(draft, Amount.DEDICATED) > 0) {
            String agents = draft.dedicated.stream().map(names.agent()).collect(Collectors.joining(words.get("list")));
            parts.add(words.get("read.dedicated", agents, shown(draft, Amount.DEDICATED)));
        }
        steps(draft, fit, parts);
        draft.ways.forEach(way -> parts.add(words.get(
                "read.way." + way.when(),
                String.valueOf(way.threshold().orElse(0)),
                way.to().map(names.queue()).orElse("…"))));
        if (number(draft, Amount.PRIORITY) != 0) {
            parts.add(words.get("read.credit", shown(draft, Amount.PRIORITY)));
        }
        parts.add(words.get("read.overtaking", shown(draft, Amount.OVERTAKING)));
        String goal = words.get("read.goal", shown(draft, Amount.SHARE), shown(draft, Amount.WITHIN));
        return begun(String.join(words.get("read.join"), parts)) + words.get("read.end") + goal + after(draft);
    }

    /** What becomes of who does not answer, and what comes after the contact. */
    String after(QueueDraft draft) {
        String missed =
                draft.unanswered == NoAnswer.Then.READY ? "READY" : number(draft, Amount.TIMES) == 1 ? "1" : "n";
        return words.get("read.missed." + missed, shown(draft, Amount.TIMES))
                + words.get("read.mode." + draft.mode, shown(draft, Amount.LIMIT))
                + (draft.rated ? words.get("read.rated", String.valueOf(draft.best)) : "");
    }

    private void steps(QueueDraft draft, ToIntFunction<DraftStep> fit, List<String> parts) {
        List<DraftStep> steps = draft.steps.all();
        for (int i = 0; i < steps.size(); i++) {
            DraftStep step = steps.get(i);
            String key = steps.size() == 1 ? "read.only" : i == 0 ? "read.first" : "read.then";
            String time = i == 0 && steps.size() > 1
                    ? steps.get(1).from().map(String::valueOf).orElse("…")
                    : step.from().map(String::valueOf).orElse("…");
            parts.add(words.get(key, time, needs(step), String.valueOf(fit.applyAsInt(step))));
        }
    }

    /** What a step asks for. */
    String needs(DraftStep step) {
        return step.needs().isEmpty()
                ? words.get("read.anyone")
                : step.needs().entrySet().stream()
                        .map(need -> names.skill().apply(need.getKey()) + " ≥ " + need.getValue())
                        .collect(Collectors.joining(words.get("read.and")));
    }

    private static int number(QueueDraft draft, Amount which) {
        return draft.amount(which).orElse(0);
    }

    private static String shown(QueueDraft draft, Amount which) {
        return draft.amount(which).map(String::valueOf).orElse("…");
    }

    private static String begun(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
