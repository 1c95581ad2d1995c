// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.copy;

import io.patchbay.api.command.Problem;
import java.io.Serial;

/** A copy was not made. */
public final class CopyFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * In words for people.
     *
     * @param problem what is wrong and what to do
     * @param cause what the database said; may be null
     */
    public CopyFailed(Problem problem, Throwable cause) {
        super(problem.english(), cause);
        this.problem = problem;
    }

    /**
     * Why.
     *
     * @return for people
     */
    public Problem problem() {
        return problem;
    }
}
