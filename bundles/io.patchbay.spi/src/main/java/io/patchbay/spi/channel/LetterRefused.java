// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.command.Problem;
import java.io.Serial;
<<<<<<< HEAD

/** A letter was turned away for good; its message says why in English. */
public final class LetterRefused extends Exception {
=======
import java.util.Locale;

/** A letter that can never be taken as it is; bringing it again does not help until somebody mends what it names. */
public final class LetterRefused extends RuntimeException {
>>>>>>> main
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Says why.
     *
<<<<<<< HEAD
     * @param problem in words for the remote party
     */
    public LetterRefused(Problem problem) {
        super(problem.english());
=======
     * @param problem in words
     */
    public LetterRefused(Problem problem) {
        super(problem.text(Locale.ENGLISH));
>>>>>>> main
        this.problem = problem;
    }

    /**
     * Why, in both languages.
     *
<<<<<<< HEAD
     * @return the problem
=======
     * @return the words
>>>>>>> main
     */
    public Problem problem() {
        return problem;
    }
}
