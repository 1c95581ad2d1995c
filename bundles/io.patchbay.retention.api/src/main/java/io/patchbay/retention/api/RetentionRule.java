// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.api;

import io.patchbay.api.id.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How long a class of records is kept in a unit and all units below it.
 *
 * @param id its id
 * @param records which
 * @param unit where
 * @param days since the end of the contact, or a customer's last contact; 0 to 36500
 * @param source what it follows from
 * @param from when the rule begins to be in force
 * @param until when it ceases to be; empty for never
 */
public record RetentionRule(
        UUID id, RecordClass records, UnitId unit, int days, Source source, Instant from, Optional<Instant> until) {
    private static final int MOST_DAYS = 36_500;

    public RetentionRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(records, "records");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(source, "source");
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be 0 to " + MOST_DAYS + " but is " + days);
        }
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "the rule must end after it begins but is " + from + " to " + until.get());
        }
    }

    /**
     * What a rule follows from.
     *
     * @param basis the kind of it
     * @param text which law or contract, and where in it; 2 to 200 characters
     */
    public record Source(Basis basis, String text) {
        public Source {
            Objects.requireNonNull(basis, "basis");
            if (text.length() < 2 || text.length() > 200) {
                throw new IllegalArgumentException("source must have 2 to 200 characters but has " + text.length());
            }
        }
    }

    /** What binds. */
    public enum Basis {
        /** A law or an authority's rule. */
        LAW,
        /** A contract. */
        CONTRACT;

        /**
         * Reads a wire name.
         *
         * @param wire {@code law} or {@code contract}
         * @return the basis
         * @throws IllegalArgumentException naming the text if there is none such
         */
        public static Basis parse(String wire) {
            for (Basis one : values()) {
                if (one.wire().equals(wire)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("not a basis (law, contract): \"" + wire + "\"");
        }

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
     * Whether it is in force.
     *
     * @param now the moment
     * @return true from its beginning to its end
     */
    public boolean runs(Instant now) {
        return !now.isBefore(from) && until.map(now::isBefore).orElse(true);
    }

    /**
     * When its period is over for a record.
     *
     * @param since when the period began
     * @return that and the days
     */
    public Instant over(Instant since) {
        return since.plus(Duration.ofDays(days));
    }

    /**
     * As JSON values, for reviewers and the journal.
     *
     * @return {@code rule, class, unit, days, basis, source, from, until}
     */
    public Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>(Map.of(
                "rule", id.toString(),
                "class", records.wire(),
                "unit", unit.value(),
                "days", days,
                "basis", source.basis().wire(),
                "source", source.text(),
                "from", from.toString()));
        until.ifPresent(end -> json.put("until", end.toString()));
        return json;
    }
}
