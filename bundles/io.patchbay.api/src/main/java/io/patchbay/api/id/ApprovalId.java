// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.UUID;

/**
 * A change that waits for its reviews, and for ever what became of it.
 *
 * @param value a UUIDv7
 */
public record ApprovalId(UUID value) implements Comparable<ApprovalId> {
    public ApprovalId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes a new id.
     *
     * @param unixMillis now, in milliseconds since 1970
     * @return the id
     */
    public static ApprovalId at(long unixMillis) {
        return new ApprovalId(Uuid7.at(unixMillis));
    }

    /**
     * Reads the text form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException naming the text if it is not a UUID
     */
    public static ApprovalId parse(String text) {
        try {
            return new ApprovalId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an id: \"" + text + "\"", e);
        }
    }

    @Override
    public int compareTo(ApprovalId other) {
        return Uuid7.BYTE_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
