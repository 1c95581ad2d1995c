// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.UUID;

/**
 * The exchange of messages with one customer on one matter, over days and channels.
 *
 * @param value a UUIDv7
 */
public record ConversationId(UUID value) implements Comparable<ConversationId> {
    public ConversationId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes a new id.
     *
     * @param unixMillis now, in milliseconds since 1970
     * @return the id
     */
    public static ConversationId at(long unixMillis) {
        return new ConversationId(Uuid7.at(unixMillis));
    }

    /**
     * Reads the text form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException naming the text if it is not a UUID
     */
    public static ConversationId parse(String text) {
        try {
            return new ConversationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an id: \"" + text + "\"", e);
        }
    }

    @Override
    public int compareTo(ConversationId other) {
        return Uuid7.BYTE_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
