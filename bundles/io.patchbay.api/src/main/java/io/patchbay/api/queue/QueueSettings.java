// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What an administrator says about a queue.
 *
 * @param id the queue
 * @param name shown name, 1 to 80 characters
 * @param unit the unit whose queue it is
 * @param needs the skills an agent must have, each with the least level 1 to 10; empty lets every agent serve it
 * @param priority added to each contact's priority, -100 to 100
 * @param goal the service goal
 * @param ring how long an offer rings, 5 s to 120 s
 * @param wrapUp what is due after a contact
 */
public record QueueSettings(
        QueueId id,
        String name,
        UnitId unit,
        Map<SkillId, Integer> needs,
        int priority,
        ServiceGoal goal,
        Duration ring,
        WrapUp wrapUp) {
    public QueueSettings {
        Objects.requireNonNull(id, "id");
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name must have 1 to 80 characters but is \"" + name + "\"");
        }
        Objects.requireNonNull(unit, "unit");
        needs = Map.copyOf(needs);
        needs.forEach((skill, level) -> between("level of " + skill, level, 1, 10));
        between("priority", priority, -100, 100);
        Objects.requireNonNull(goal, "goal");
        between("ring seconds", ring.toSeconds(), 5, 120);
        Objects.requireNonNull(wrapUp, "wrapUp");
    }

    private static void between(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + " but is " + value);
        }
    }

    /**
     * Service goal of a queue.
     *
     * @param answerWithin wait, from entering the queue to the agent's accept, that still counts as in time; 1 s to 1 h
     * @param targetShare share of offered contacts to answer in time, 0.0 to 1.0 (0.8 with 20 s is the common "80/20")
     */
    public record ServiceGoal(Duration answerWithin, double targetShare) {
        public ServiceGoal {
            between("answer within, in seconds,", answerWithin.toSeconds(), 1, 3600);
            if (!(targetShare >= 0.0 && targetShare <= 1.0)) {
                throw new IllegalArgumentException("targetShare must be 0.0 to 1.0 but is " + targetShare);
            }
        }
    }

    /**
     * What is due after a contact.
     *
     * @param mode whether a code must be chosen
     * @param limit when Patchbay completes by itself, 10 s to 900 s
     */
    public record WrapUp(Mode mode, Duration limit) {
        public WrapUp {
            Objects.requireNonNull(mode, "mode");
            between("wrap-up seconds", limit.toSeconds(), 10, 900);
        }

        /** Whether a code must be chosen. */
        public enum Mode {
            /** No wrap-up: the assignment is done when the remote side is gone. */
            NONE,
            /** The agent may choose a code and write notes. */
            OPTIONAL,
            /** Without a code the agent cannot complete. */
            REQUIRED
        }
    }
}
