// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.UUID;

/**
 * One stretch of recorded sound of an interaction; an interaction that is connected twice has two.
 *
 * @param value a UUIDv7
 */
public record RecordingId(UUID value) implements Comparable<RecordingId> {
    public RecordingId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes a new id.
     *
     * @param unixMillis now, in milliseconds since 1970
     * @return the id
     */
    public static RecordingId at(long unixMillis) {
        return new RecordingId(Uuid7.at(unixMillis));
    }

    /**
     * Reads the text form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException naming the text if it is not a UUID
     */
    public static RecordingId parse(String text) {
        try {
            return new RecordingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an id: \"" + text + "\"", e);
        }
    }

    @Override
    public int compareTo(RecordingId other) {
        return Uuid7.BYTE_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
