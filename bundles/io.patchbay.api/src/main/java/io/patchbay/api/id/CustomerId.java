// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.UUID;

/**
 * A customer of the firm.
 *
 * @param value a UUIDv7
 */
public record CustomerId(UUID value) implements Comparable<CustomerId> {
    public CustomerId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes a new id.
     *
     * @param unixMillis now, in milliseconds since 1970
     * @return the id
     */
    public static CustomerId at(long unixMillis) {
        return new CustomerId(Uuid7.at(unixMillis));
    }

    /**
     * Reads the text form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException naming the text if it is not a UUID
     */
    public static CustomerId parse(String text) {
        try {
            return new CustomerId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an id: \"" + text + "\"", e);
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return Uuid7.BYTE_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
