// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.content.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * What comes with a letter or goes out with a message, in clear.
 *
 * @param role what it is to the letter
 * @param name its file name for people, 1 to 200 characters
 * @param type its media type, for example {@code application/pdf}, at most 100 characters
 * @param source where its bytes come from
 */
public record Enclosure(Attachment.Role role, String name, String type, Source source) {
    public Enclosure {
        Objects.requireNonNull(role, "role");
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("name must have 1 to 200 characters but has " + name.length());
        }
        if (type.isBlank() || type.length() > 100) {
            throw new IllegalArgumentException("type must have 1 to 100 characters but has " + type.length());
        }
        Objects.requireNonNull(source, "source");
    }

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the bytes; may be called more than once.
         *
         * @return the bytes; the caller closes them
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }

    /** Hides the name. */
    @Override
    public String toString() {
        return "Enclosure[" + role + ", " + type + "]";
    }
}
