// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A step as it is typed.
 *
 * @param from seconds of wait; empty while the field is
 * @param needs skills with their level; 0 while the field is empty or wrong
 */
record DraftStep(Optional<Integer> from, Map<SkillId, Integer> needs) {
    DraftStep {
        needs = Collections.unmodifiableMap(new TreeMap<>(needs));
    }

    static DraftStep of(Step step) {
        return new DraftStep(Optional.of((int) step.from().toSeconds()), step.needs());
    }

    Step step() {
        return new Step(Duration.ofSeconds(from.orElseThrow()), needs);
    }

    DraftStep from(Optional<Integer> seconds) {
        return new DraftStep(seconds, needs);
    }

    DraftStep need(SkillId skill, int level) {
        Map<SkillId, Integer> more = new TreeMap<>(needs);
        more.put(skill, level);
        return new DraftStep(from, more);
    }

    DraftStep without(SkillId skill) {
        Map<SkillId, Integer> less = new TreeMap<>(needs);
        less.remove(skill);
        return new DraftStep(from, less);
    }

    boolean takes(Map<SkillId, Integer> skills) {
        return needs.entrySet().stream().allMatch(need -> skills.getOrDefault(need.getKey(), 0) >= need.getValue());
    }
}
