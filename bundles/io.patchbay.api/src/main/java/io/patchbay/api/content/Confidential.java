// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.content;

import java.util.Objects;

/**
 * A piece of personal content (a name, an address, a message, a note) inside an event. It is clear only on its way into
 * the journal or when somebody with the right has opened it; the journal's line holds the hash of its cipher text.
 */
public sealed interface Confidential {

    /**
     * The text, not yet sealed or opened again.
     *
     * @param text the content, at most 256 KiB
     */
    record Clear(String text) implements Confidential {
        public Clear {
            Objects.requireNonNull(text, "text");
        }

        /** Never shows the content: logs and messages print events. */
        @Override
        public String toString() {
            return "Clear[" + text.length() + " characters]";
        }
    }

    /**
     * The content as the journal keeps it.
     *
     * @param sha256 hex SHA-256 of the cipher text, 64 characters
     */
    record Sealed(String sha256) implements Confidential {}
}
