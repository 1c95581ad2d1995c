// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.command.Problem;
import java.io.Serial;

/** A letter was turned away for good; its message says why in English. */
public final class LetterRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Says why.
     *
     * @param problem in words for the remote party
     */
    public LetterRefused(Problem problem) {
        super(problem.english());
        this.problem = problem;
    }

    /**
     * Why, in both languages.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
