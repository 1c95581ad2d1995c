// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was set for one parameter at one place.
 *
 * @param key the parameter
 * @param place for whom
 * @param standing the value outside the dated ones; empty if it is inherited then
 * @param dated values for a time, which must not overlap, by their beginning
 */
public record ParameterValues(String key, Place place, Optional<Object> standing, List<Dated> dated) {
    public ParameterValues {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(standing, "standing");
        dated = List.copyOf(dated);
    }

    /**
     * For whom a value is: at most one is given.
     *
     * @param unit for a unit and those below it
     * @param queue for one queue
     */
    public record Place(Optional<UnitId> unit, Optional<QueueId> queue) {
        /** The whole installation. */
        public static final Place INSTALLATION = new Place(Optional.empty(), Optional.empty());

        public Place {
            if (unit.isPresent() && queue.isPresent()) {
                throw new IllegalArgumentException("a value is for a unit or for a queue, not for both");
            }
        }

        /**
         * The place at the end of an id.
         *
         * @return empty, {@code @UNIT} or {@code @queue:QUEUE}
         */
        public String suffix() {
            return unit.map(id -> "@" + id)
                    .or(() -> queue.map(id -> "@queue:" + id))
                    .orElse("");
        }
    }

    /**
     * A value for a time.
     *
     * @param from its first moment
     * @param until the first moment after it
     * @param value a JSON value
     */
    public record Dated(Instant from, Instant until, Object value) {
        public Dated {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("from must be before until but is " + from + ", " + until);
            }
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Its id among the settings.
     *
     * @return {@code KEY}, {@code KEY@UNIT} or {@code KEY@queue:QUEUE}
     */
    public String id() {
        return key + place.suffix();
    }

    /**
     * The value at a moment.
     *
     * @param at when
     * @return empty if it is inherited then
     */
    public Optional<Object> at(Instant at) {
        return dated.stream()
                .filter(one -> !at.isBefore(one.from()) && at.isBefore(one.until()))
                .map(Dated::value)
                .findFirst()
                .or(() -> standing);
    }

    /**
     * Its fields as commands and texts have them.
     *
     * @return {@code value} and {@code dated}, each only where there is one
     */
    public Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        standing.ifPresent(value -> content.put("value", value));
        if (!dated.isEmpty()) {
            List<Object> lines = new ArrayList<>();
            dated.forEach(one -> lines.add(new TreeMap<>(
                    Map.of("from", one.from().toString(), "until", one.until().toString(), "value", one.value()))));
            content.put("dated", lines);
        }
        return content;
    }
}
