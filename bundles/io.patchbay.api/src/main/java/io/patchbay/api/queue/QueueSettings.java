// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an administrator says about a queue.
 *
 * @param id the queue
 * @param name shown name, 1 to 80 characters
 * @param unit the unit whose queue it is
 * @param steps what an agent must have, by the contact's wait; the first from 0 s, each later than the one before
 * @param priority minutes of credit, -100 to 100: its contacts count as if they had come so much earlier
 * @param goal the service goal
 * @param ring how long an offer rings, 5 s to 120 s
 * @param wrapUp what is due after a contact
 * @param rules overflow, hours, callback and the like
 */
public record QueueSettings(
        QueueId id,
        String name,
        UnitId unit,
        List<Step> steps,
        int priority,
        ServiceGoal goal,
        Duration ring,
        WrapUp wrapUp,
        QueueRules rules) {
    public QueueSettings {
        Objects.requireNonNull(id, "id");
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name must have 1 to 80 characters but is \"" + name + "\"");
        }
        Objects.requireNonNull(unit, "unit");
        steps = List.copyOf(steps);
        inOrder(steps);
        QueueRules.within("priority", priority, -100, 100);
        Objects.requireNonNull(goal, "goal");
        QueueRules.within("ring seconds", ring.toSeconds(), 5, 120);
        Objects.requireNonNull(wrapUp, "wrapUp");
        Objects.requireNonNull(rules, "rules");
    }

    /**
     * A queue of one step with the usual rules.
     *
     * @param id the queue
     * @param name shown name
     * @param unit the unit whose queue it is
     * @param needs what an agent must have from the first second on
     * @param priority minutes of credit
     * @param goal the service goal
     * @param ring how long an offer rings
     * @param wrapUp what is due after a contact
     */
    public QueueSettings(
            QueueId id,
            String name,
            UnitId unit,
            Map<SkillId, Integer> needs,
            int priority,
            ServiceGoal goal,
            Duration ring,
            WrapUp wrapUp) {
        this(id, name, unit, List.of(new Step(Duration.ZERO, needs)), priority, goal, ring, wrapUp, QueueRules.USUAL);
    }

    private static void inOrder(List<Step> steps) {
        if (steps.isEmpty() || !steps.get(0).from().isZero()) {
            throw new IllegalArgumentException("the first step must begin at 0 s");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("step " + (i + 1) + " must begin later than step " + i
                        + " but begins at " + steps.get(i).from().toSeconds() + " s");
            }
        }
    }

    /**
     * What an agent must have at first.
     *
     * @return the needs of the first step
     */
    public Map<SkillId, Integer> needs() {
        return steps.get(0).needs();
    }

    /**
     * The step a contact is in.
     *
     * @param waited how long it has waited
     * @return the index of the last step that has begun
     */
    public int stepAfter(Duration waited) {
        int step = 0;
        while (step + 1 < steps.size() && steps.get(step + 1).from().compareTo(waited) <= 0) {
            step++;
        }
        return step;
    }

    /**
     * Whether an agent may serve the queue at some wait.
     *
     * @param skills his skills with their levels
     * @return true if he has what any step asks for
     */
    public boolean servedBy(Map<SkillId, Integer> skills) {
        return steps.stream().anyMatch(step -> step.takes(skills));
    }

    /**
     * Service goal of a queue.
     *
     * @param answerWithin wait, from entering the queue to the agent's accept, that still counts as in time; 1 s to 1 h
     * @param targetShare share of offered contacts to answer in time, 0.0 to 1.0 (0.8 with 20 s is the common "80/20")
     */
    public record ServiceGoal(Duration answerWithin, double targetShare) {
        public ServiceGoal {
            QueueRules.within("answer within, in seconds,", answerWithin.toSeconds(), 1, 3600);
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
            QueueRules.within("wrap-up seconds", limit.toSeconds(), 10, 900);
        }

        /** Whether a code must be chosen. */
        public enum Mode {
            /** No wrap-up: the assignment is done when the remote side is gone. */
            NONE,
            /** The agent may choose a code and write notes. */
            OPTIONAL,
            /** Without a code the agent cannot complete; when the time is up, the time-out code stands. */
            REQUIRED,
            /** The agent may complete without a code; when the time is up first, the time-out code stands. */
            TIMED,
            /** As {@link #TIMED}, and the agent cannot complete before the time is up; he chooses meanwhile. */
            FIXED;

            /**
             * Whether the time-out code stands where nobody chose one in time.
             *
             * @return true for all in which a code is due
             */
            public boolean codeDue() {
                return this == REQUIRED || this == TIMED || this == FIXED;
            }
        }
    }
}
