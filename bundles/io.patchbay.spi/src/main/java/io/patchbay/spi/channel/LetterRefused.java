// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.command.Problem;
import java.io.Serial;
import java.util.Locale;

/** A letter that can never be taken as it is; bringing it again does not help until somebody mends what it names. */
public final class LetterRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Says why.
     *
     * @param problem in words
     */
    public LetterRefused(Problem problem) {
        super(problem.text(Locale.ENGLISH));
        this.problem = problem;
    }

    /**
     * Why, in both languages.
     *
     * @return the words
     */
    public Problem problem() {
        return problem;
    }
}
