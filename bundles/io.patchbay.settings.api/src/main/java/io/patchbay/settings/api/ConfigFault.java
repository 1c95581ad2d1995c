// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.command.Problem;
import java.util.Objects;

/**
 * What is wrong with a text.
 *
 * @param line from 1
 * @param column from 1
 * @param problem what is wrong and how to mend it
 */
public record ConfigFault(int line, int column, Problem problem) {
    public ConfigFault {
        Objects.requireNonNull(problem, "problem");
    }
}
