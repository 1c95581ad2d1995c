// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.SkillId;
import java.time.Duration;
import java.util.Map;

/**
 * What a queue asks of an agent from some wait on: the longer a contact waits, the wider the door.
 *
 * @param from the wait at which it begins, 0 s to 1 h; it ends where the next step begins
 * @param needs the skills an agent must have, each with the least level 1 to 10; empty asks for nothing
 */
public record Step(Duration from, Map<SkillId, Integer> needs) {
    public Step {
        QueueRules.within("start of a step, in seconds,", from.toSeconds(), 0, 3_600);
        needs = Map.copyOf(needs);
        needs.forEach((skill, level) -> QueueRules.within("level of " + skill, level, 1, 10));
    }

    /**
     * Whether an agent has what it asks for.
     *
     * @param skills his skills with their levels
     * @return true if none is missing or too low
     */
    public boolean takes(Map<SkillId, Integer> skills) {
        return needs.entrySet().stream().allMatch(need -> skills.getOrDefault(need.getKey(), 0) >= need.getValue());
    }
}
