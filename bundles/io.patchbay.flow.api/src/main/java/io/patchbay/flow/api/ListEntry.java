// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One entry of the red or the black list (红名单, 黑名单).
 *
 * @param id the entry
 * @param colour which list
 * @param unit whose entry it is
 * @param party whom it means
 * @param rule what happens to him
 * @param reason why, 1 to 200 characters
 * @param term from when to when
 */
public record ListEntry(UUID id, Colour colour, UnitId unit, Party party, Rule rule, String reason, Term term) {
    public ListEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(rule, "rule");
        if (reason.isBlank() || reason.length() > 200) {
            throw new IllegalArgumentException("reason must have 1 to 200 characters but has " + reason.length());
        }
        Objects.requireNonNull(term, "term");
        if (colour == Colour.RED && rule.action() == Rule.Action.REFUSE) {
            throw new IllegalArgumentException("nobody on the red list is refused");
        }
    }

    /** The lists; the lower-case name is the one on the wire. */
    public enum Colour {
        /** Known for good: goes to his own rule. */
        RED,
        /** Known for trouble: alarmed, refused or led elsewhere. */
        BLACK;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What happens to somebody on a list.
     *
     * @param action what
     * @param queue where he goes, for {@link Action#QUEUE}
     * @param credit minutes that he counts as having come earlier, -120 to 120; for {@link Action#QUEUE}
     */
    public record Rule(Action action, Optional<QueueId> queue, int credit) {
        public Rule {
            Objects.requireNonNull(action, "action");
            if (queue.isPresent() != (action == Action.QUEUE)) {
                throw new IllegalArgumentException("a queue belongs to the rule \"queue\" and to no other");
            }
            if (credit < -120 || credit > 120 || (credit != 0 && action != Action.QUEUE)) {
                throw new IllegalArgumentException("credit must be -120 to 120 and belongs to the rule \"queue\"");
            }
        }

        /** What happens; the lower-case name is the one on the wire. */
        public enum Action {
            /** His contact goes on; the agent is told. */
            ALARM,
            /** He is turned away. */
            REFUSE,
            /** He goes to a queue of his own. */
            QUEUE
        }
    }

    /**
     * From when to when, in the days of the entry's unit.
     *
     * @param from the first day
     * @param until the last day, at most three years after the first
     */
    public record Term(LocalDate from, LocalDate until) {
        public Term {
            if (until.isBefore(from) || until.isAfter(from.plusYears(3))) {
                throw new IllegalArgumentException(
                        "until must be a day from " + from + " to " + from.plusYears(3) + " but is " + until);
            }
        }

        /**
         * Whether it holds on a day.
         *
         * @param day the day
         * @return true if it does
         */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        /**
         * Whether two terms have a day in common.
         *
         * @param other another
         * @return true if they do
         */
        public boolean meets(Term other) {
            return !until.isBefore(other.from) && !from.isAfter(other.until);
        }
    }

    /**
     * Its fields as commands have them.
     *
     * @return JSON values
     */
    public Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("entry", id.toString());
        json.put("list", colour.wire());
        json.put("unit", unit.value());
        json.put("party", party.text());
        json.put("rule", rule.action().name().toLowerCase(Locale.ROOT));
        rule.queue().ifPresent(queue -> json.put("queue", queue.value()));
        json.put("credit", rule.credit());
        json.put("reason", reason);
        json.put("from", term.from().toString());
        json.put("until", term.until().toString());
        return json;
    }

    /** Hides whom it means and why. */
    @Override
    public String toString() {
        return "ListEntry[" + id + ", " + colour + "]";
    }
}
