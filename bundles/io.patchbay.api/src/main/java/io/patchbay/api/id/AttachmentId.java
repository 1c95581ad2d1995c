// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.UUID;

/**
 * A file that came with a message or goes out with one.
 *
 * @param value a UUIDv7
 */
public record AttachmentId(UUID value) implements Comparable<AttachmentId> {
    public AttachmentId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes a new id.
     *
     * @param unixMillis now, in milliseconds since 1970
     * @return the id
     */
    public static AttachmentId at(long unixMillis) {
        return new AttachmentId(Uuid7.at(unixMillis));
    }

    /**
     * Reads the text form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException naming the text if it is not a UUID
     */
    public static AttachmentId parse(String text) {
        try {
            return new AttachmentId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an id: \"" + text + "\"", e);
        }
    }

    @Override
    public int compareTo(AttachmentId other) {
        return Uuid7.BYTE_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
