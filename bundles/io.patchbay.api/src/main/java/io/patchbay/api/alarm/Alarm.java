// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.alarm;

import io.patchbay.api.command.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that was wrong for longer than a moment.
 *
 * @param id one for each time it is raised
 * @param part what it is about, as health names it: {@code database}, {@code account:…}; one open alarm a part
 * @param severity how bad it is, the worst so far
 * @param problem what is wrong and what to do
 * @param raisedAt when
 * @param acknowledged who looks after it
 * @param clearedAt when it was over; empty while it is open
 */
public record Alarm(
        String id,
        String part,
        Severity severity,
        Problem problem,
        Instant raisedAt,
        Optional<Acknowledged> acknowledged,
        Optional<Instant> clearedAt) {
    public Alarm {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(raisedAt, "raisedAt");
        Objects.requireNonNull(acknowledged, "acknowledged");
        Objects.requireNonNull(clearedAt, "clearedAt");
    }

    /** How bad it is. */
    public enum Severity {
        /** It works, but something is wrong. */
        WARNING,
        /** It does not work. */
        CRITICAL
    }

    /**
     * Who looks after it.
     *
     * @param by as in the journal, for example {@code user:susan}
     * @param at since when
     */
    public record Acknowledged(String by, Instant at) {
        public Acknowledged {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }
}
