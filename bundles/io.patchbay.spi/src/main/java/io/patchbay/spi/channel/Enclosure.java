// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
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
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }
}
