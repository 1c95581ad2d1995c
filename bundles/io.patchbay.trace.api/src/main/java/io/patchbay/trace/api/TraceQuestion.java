// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.id.InteractionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of the trace; an empty part asks for everything.
 *
 * @param who the actor as the journal names him, for example {@code user:alice}
 * @param person the colleague's account it was done to
 * @param account a customer's account number, in clear; compared by its keyed hash, spaces and dashes left out
 * @param kind a type such as {@code queue.saved}, or a family such as {@code queue}
 * @param interaction the contact
 * @param refused only what was refused, or only what was not
 * @param span when
 * @param page which part of the answer
 */
public record TraceQuestion(
        Optional<String> who,
        Optional<String> person,
        Optional<String> account,
        Optional<String> kind,
        Optional<InteractionId> interaction,
        Optional<Boolean> refused,
        Span span,
        Page page) {
    /** All, newest first, as many as one page holds. */
    public static final TraceQuestion ALL = new TraceQuestion(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Span(Optional.empty(), Optional.empty()),
            new Page(100, Optional.empty()));

    public TraceQuestion {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(refused, "refused");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(page, "page");
    }

    /**
     * A time; both ends may be open.
     *
     * @param from the first moment in it
     * @param to the first moment after it
     */
    public record Span(Optional<Instant> from, Optional<Instant> to) {}

    /**
     * A part of the answer.
     *
     * @param limit how many lines at most, 1 to 10,000
     * @param after the last line of the page before
     */
    public record Page(int limit, Optional<Mark> after) {
        public Page {
            if (limit < 1 || limit > 10_000) {
                throw new IllegalArgumentException("limit must be 1 to 10000 but is " + limit);
            }
        }
    }

    /**
     * Where a page ends.
     *
     * @param at the line's moment
     * @param seq its number
     */
    public record Mark(Instant at, long seq) {
        /**
         * As text.
         *
         * @return what {@link #parse} reads
         */
        public String text() {
            return at.toEpochMilli() + "-" + seq;
        }

        /**
         * Reads a mark.
         *
         * @param text what {@link #text()} gave
         * @return the mark
         * @throws IllegalArgumentException naming the text if it is none
         */
        public static Mark parse(String text) {
            int dash = text.indexOf('-');
            try {
                return new Mark(
                        Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
                        Long.parseLong(text.substring(dash + 1)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException("not a mark of the trace: \"" + text + "\"", e);
            }
        }
    }

    /**
     * The same question about another part of the answer.
     *
     * @param other which part
     * @return the question
     */
    public TraceQuestion at(Page other) {
        return new TraceQuestion(who, person, account, kind, interaction, refused, span, other);
    }
}
