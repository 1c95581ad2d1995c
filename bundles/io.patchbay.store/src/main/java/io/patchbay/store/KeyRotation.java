// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import io.patchbay.api.command.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** Puts another master key in the place of the one there is, while everything goes on. Safe for any thread. */
@ProviderType
public interface KeyRotation {
    /**
     * Makes a new master key, or takes the one that {@code masterKeyCommand} prints first now, and wraps every key of
     * the database with it. What is sealed stays as it is. If it is cut off, both master keys are known at the next
     * start, and a further rotation does the rest. Blocks for the database, which may take minutes; one at a time.
     *
     * @return what was done
     * @throws Refused if there is no new key, or a key of the database opens with no master key
     */
    Rotated rotate();

    /**
     * What a rotation did.
     *
     * @param keys how many keys were wrapped anew
     */
    record Rotated(long keys) {}

    /** Why there was no rotation, or none to the end. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        /**
         * With the reason in both languages.
         *
         * @param problem the reason
         */
        public Refused(Problem problem) {
            super(problem.english());
            this.problem = problem;
        }

        /**
         * The reason.
         *
         * @return what an administrator is told
         */
        public Problem problem() {
            return problem;
        }
    }
}
