// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

<<<<<<< HEAD
=======
import io.patchbay.api.content.Attachment;
>>>>>>> main
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
<<<<<<< HEAD
 * Something that came with a letter or goes out with one: a file, an inline picture, the HTML form of the text, the
 * original as it came.
 *
 * @param role what it is to the letter
 * @param name its file name or content id
 * @param type its media type, for example {@code image/png}
 * @param source where its bytes are
 */
public record Enclosure(Role role, String name, String type, Source source) {
    public Enclosure {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
    }

    /** What an enclosure is to its letter. */
    public enum Role {
        /** A file. */
        FILE,
        /** A picture shown inside the HTML form. */
        INLINE,
        /** The HTML form of the text. */
        HTML,
        /** The letter as it came. */
        ORIGINAL
    }

    /** Where the bytes are; may be opened several times. */
    public interface Source {
        /**
         * Opens them.
         *
         * @return a fresh stream, closed by the caller
=======
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
>>>>>>> main
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }
<<<<<<< HEAD
=======

    /** Hides the name. */
    @Override
    public String toString() {
        return "Enclosure[" + role + ", " + type + "]";
    }
>>>>>>> main
}
