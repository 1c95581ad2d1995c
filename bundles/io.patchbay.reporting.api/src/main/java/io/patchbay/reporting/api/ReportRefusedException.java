// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.api;

import io.patchbay.api.command.Problem;
import java.io.Serial;

/** A report cannot be run as asked; its problem says why, in both languages. */
public final class ReportRefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Says why.
     *
     * @param problem the words
     */
    public ReportRefusedException(Problem problem) {
        super(problem.english());
        this.problem = problem;
    }

    /**
     * Why.
     *
     * @return the words
     */
    public Problem problem() {
        return problem;
    }
}
