// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The steps of a draft, in order; times stay where they are when steps change places. */
final class StepList {
    private static final int USUAL_LENGTH = 30;
    private static final int USUAL_LEVEL = 5;
    private final List<DraftStep> steps = new ArrayList<>();

    StepList(List<Step> steps) {
        steps.forEach(step -> this.steps.add(DraftStep.of(step)));
    }

    List<DraftStep> all() {
        return List.copyOf(steps);
    }

    int size() {
        return steps.size();
    }

    DraftStep get(int index) {
        return steps.get(index);
    }

    List<Step> value() {
        return steps.stream().map(DraftStep::step).toList();
    }

    /** A last step that asks for nothing, half a minute after the one before. */
    void add() {
        int last = steps.get(steps.size() - 1).from().orElse(0);
        steps.add(new DraftStep(Optional.of(last + USUAL_LENGTH), Map.of()));
    }

    /** The step goes; the first of those that stay begins at once. */
    void remove(int index) {
        steps.remove(index);
        begins(0, Optional.of(0));
    }

    /** Changes places with the next. */
    void swap(int index) {
        Collections.swap(steps, index, index + 1);
        Optional<Integer> from = steps.get(index).from();
        begins(index, steps.get(index + 1).from());
        begins(index + 1, from);
    }

    void begins(int index, Optional<Integer> seconds) {
        change(index, step -> step.from(seconds));
    }

    void need(int index, SkillId skill) {
        level(index, skill, USUAL_LEVEL);
    }

    void level(int index, SkillId skill, int level) {
        change(index, step -> step.need(skill, level));
    }

    void drop(int index, SkillId skill) {
        change(index, step -> step.without(skill));
    }

    private void change(int index, UnaryOperator<DraftStep> change) {
        steps.set(index, change.apply(steps.get(index)));
    }
}
