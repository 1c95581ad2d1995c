// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.content;

import java.util.Objects;
import java.util.UUID;

/**
 * Whose key seals a piece of content. Destroying the key of an owner erases all that it sealed.
 *
 * @param kind whose thing the key belongs to
 * @param id the owner's id
 */
public record ContentOwner(Kind kind, UUID id) {
    public ContentOwner {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** The kinds of keys. */
    public enum Kind {
        /** Seals a conversation's messages, attachments and notes. */
        CONVERSATION('c'),
        /** Seals an interaction's addresses, subject, facts and recordings. */
        INTERACTION('i'),
        /** Seals a customer's rows. */
        CUSTOMER('k'),
        /** Seals what is kept about a member of staff. */
        STAFF('s'),
        /** Seals a change while it waits for its reviews, and what was compared. */
        PROPOSAL('p');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /**
     * The owner as a short text, for example {@code c:0190…}; the key of its row in the database.
     *
     * @return 38 characters
     */
    public String text() {
        return kind.letter + ":" + id;
    }

    /**
     * Reads what {@link #text()} gave.
     *
     * @param text an owner's text
     * @return the owner
     * @throws IllegalArgumentException naming the text if it is not one
     */
    public static ContentOwner parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.length() == 38 && text.charAt(0) == kind.letter && text.charAt(1) == ':') {
                return new ContentOwner(kind, UUID.fromString(text.substring(2)));
            }
        }
        throw new IllegalArgumentException("not a content owner: \"" + text + "\"");
    }
}
