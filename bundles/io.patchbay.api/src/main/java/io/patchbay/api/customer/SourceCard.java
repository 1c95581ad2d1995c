// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.command.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one outside system knows of a customer.
 *
 * @param source the system's name, for example {@code crm}
 * @param title what it shows, for people; the source's name if it gives none
 * @param rows label and value, in its order
 * @param alerts what must not be overlooked
 * @param state whether it is fresh
 * @param asOf when it was asked last with success; empty if never
 * @param trouble why it is not fresh, in both languages; empty if it is
 */
public record SourceCard(
        String source,
        String title,
        List<Row> rows,
        List<String> alerts,
        State state,
        Optional<Instant> asOf,
        Optional<Trouble> trouble) {
    public SourceCard {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(title, "title");
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(trouble, "trouble");
    }

    /**
     * One fact.
     *
     * @param label its name
     * @param value its value
     */
    public record Row(String label, String value) {}

    /**
     * Why there is nothing fresh.
     *
     * @param problem in words
     * @param retryAt when it is asked again; empty if at the next look
     */
    public record Trouble(Problem problem, Optional<Instant> retryAt) {}

    /** How far an answer can be trusted. */
    public enum State {
        /** Just answered. */
        FRESH,
        /** Answered before; being asked, or it does not answer now. */
        AGED,
        /** Asked, not answered yet, nothing known from before. */
        ASKING,
        /** Does not know the customer. */
        UNKNOWN,
        /** Does not answer, nothing known from before. */
        MISSING
    }
}
