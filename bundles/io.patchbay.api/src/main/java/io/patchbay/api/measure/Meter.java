// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One figure that a bundle keeps, as it is published and documented.
 *
 * @param name by the conventions of Prometheus: {@code patchbay_}, the unit at its end ({@code _seconds},
 *     {@code _bytes}), and after it {@code _total} if and only if it is a counter
 * @param kind how its value moves
 * @param help one English sentence
 * @param tags names of what tells its series apart, each with few values; never personal content
 */
public record Meter(String name, Kind kind, String help, List<String> tags) {
    private static final Pattern NAME = Pattern.compile("patchbay_[a-z][a-z0-9_]*");

    public Meter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(help, "help");
        tags = List.copyOf(tags);
        if (!NAME.matcher(name).matches() || (kind == Kind.COUNTER) != name.endsWith("_total")) {
            throw new IllegalArgumentException("not a name of a " + kind + ": " + name);
        }
    }

    /**
     * A figure that goes up and down.
     *
     * @param name its name
     * @param help one sentence
     * @param tags names of its tags
     * @return the meter
     */
    public static Meter gauge(String name, String help, String... tags) {
        return new Meter(name, Kind.GAUGE, help, List.of(tags));
    }

    /**
     * A count since the start of the bundle.
     *
     * @param name its name, ending in {@code _total}
     * @param help one sentence
     * @param tags names of its tags
     * @return the meter
     */
    public static Meter counter(String name, String help, String... tags) {
        return new Meter(name, Kind.COUNTER, help, List.of(tags));
    }

    /**
     * How values are spread.
     *
     * @param name its name
     * @param help one sentence
     * @param tags names of its tags
     * @return the meter
     */
    public static Meter histogram(String name, String help, String... tags) {
        return new Meter(name, Kind.HISTOGRAM, help, List.of(tags));
    }

    /** How a value moves. */
    public enum Kind {
        /** Up and down. */
        GAUGE,
        /** Only up, from 0 at the start of whoever counts. */
        COUNTER,
        /** Counts of values by size. */
        HISTOGRAM
    }
}
