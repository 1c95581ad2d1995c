// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.content;

import io.patchbay.api.id.AttachmentId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What came with a message or goes out with one; its bytes are sealed under the conversation's key.
 *
 * @param id its file
 * @param role what it is to the message
 * @param name its name for people; empty if it is erased
 * @param type its media type as the sender gave it: never trust it
 * @param size bytes in clear
 * @param sha256 hex SHA-256 of the sealed file
 */
public record Attachment(AttachmentId id, Role role, Optional<String> name, String type, long size, String sha256) {
    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** What an attachment is to its message; the lower-case name is the one on the wire. */
    public enum Role {
        /** A file. */
        FILE,
        /** A picture inside the HTML form. */
        INLINE,
        /** The message's HTML form, as the sender made it: dangerous until it is sanitised. */
        HTML,
        /** The message as it came, whole. */
        ORIGINAL;

        /**
         * The name on the wire and in the journal.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads a wire name.
         *
         * @param wire what {@link #wire()} gave
         * @return the role
         * @throws IllegalArgumentException naming the text if there is none such
         */
        public static Role parse(String wire) {
            for (Role role : values()) {
                if (role.wire().equals(wire)) {
                    return role;
                }
            }
            throw new IllegalArgumentException("not an attachment's role: \"" + wire + "\"");
        }
    }
}
