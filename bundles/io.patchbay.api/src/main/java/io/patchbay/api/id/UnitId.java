// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A unit of the organisation: headquarters, branch, team.
 *
 * @param value 1 to 64 lower-case letters, digits, dots, - and _, for example {@code headquarters}
 */
public record UnitId(String value) implements Comparable<UnitId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** The whole organisation: above all other units, there from the first start on. */
    public static final UnitId ROOT = new UnitId("headquarters");

    public UnitId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 lower-case letters, digits, dots, - and _ but is \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
