// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wants to take out of Patchbay as a file.
 *
 * @param purpose what for, {@link #SHORTEST_PURPOSE} to {@link #LONGEST_PURPOSE} characters; stands in the trace
 * @param from where the file begins; empty for the beginning
 * @param to where it ends; empty for the end
 */
public record Copy(String purpose, Optional<Duration> from, Optional<Duration> to) {
    /** Fewer characters say nothing. */
    public static final int SHORTEST_PURPOSE = 5;

    /** More are no purpose but a letter. */
    public static final int LONGEST_PURPOSE = 200;

    public Copy {
        purpose = purpose.strip();
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
