// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.health;

import io.patchbay.api.command.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing whose health matters; registered as a service by whoever knows, read by {@code /health} and the console.
 */
public interface HealthPart {
    /**
     * How it is now. Answers at once.
     *
     * @return the state
     */
    Health health();

    /**
     * How each of several things is, for a part that looks after many. Answers at once.
     *
     * @return one line for each, their names begin with the part's name and a colon; by default the one of
     *     {@link #health()}
     */
    default List<Health> lines() {
        return List.of(health());
    }

    /**
     * The state of one part.
     *
     * @param part its name, for example {@code journal}
     * @param level how well it is
     * @param problem what is wrong and what to do; empty if it is up
     */
    record Health(String part, Level level, Optional<Problem> problem) {
        public Health {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** How well a part is. */
    enum Level {
        /** Not yet ready: Patchbay as a whole is starting. */
        STARTING,
        /** Works. */
        UP,
        /** Works, but something is wrong. */
        DEGRADED,
        /** Does not work. */
        DOWN
    }
}
