// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.command;

import io.patchbay.api.id.ApprovalId;
import java.util.Map;
import java.util.Objects;

/** What came of a command. */
public sealed interface CommandResult {
    /**
     * It is done and durable.
     *
     * @param result what the handler tells, JSON values (text, whole numbers, booleans, lists, maps)
     */
    record Done(Map<String, Object> result) implements CommandResult {
        public Done {
            result = Map.copyOf(result);
        }

        /** Done, with nothing to tell. */
        public Done() {
            this(Map.of());
        }
    }

    /**
     * It is kept and waits: for its reviews by other people, or for its day.
     *
     * @param approval where it stands
     */
    record Proposed(ApprovalId approval) implements CommandResult {
        public Proposed {
            Objects.requireNonNull(approval, "approval");
        }
    }

    /**
     * It was not done and changed nothing.
     *
     * @param kind what sort of no
     * @param problem why, in words
     */
    record Refused(Kind kind, Problem problem) implements CommandResult {
        public Refused {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** The sorts of no, as HTTP names them. */
    enum Kind {
        /** The command itself makes no sense (400). */
        INVALID,
        /** The actor lacks the right (403). */
        FORBIDDEN,
        /** The thing does not exist or is not visible to the actor (404). */
        NOT_FOUND,
        /** The state forbids it (409). */
        CONFLICT,
        /** Patchbay cannot keep it now (503); nothing is lost by trying again. */
        UNAVAILABLE
    }
}
