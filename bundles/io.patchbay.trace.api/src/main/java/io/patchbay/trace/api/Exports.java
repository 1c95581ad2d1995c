// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one door through which lists leave Patchbay as files: each is for a purpose, carries a watermark, and is in the
 * journal, with its hash, before it is given. Safe for any thread.
 */
@ProviderType
public interface Exports {
    /** The permission to take lists out of Patchbay; whoever exports also needs the right to see what is in them. */
    String MAKE = Permissions.EXPORT;

    /** The fewest characters of a purpose. */
    int SHORTEST_PURPOSE = 5;

    /** The most characters of a purpose. */
    int LONGEST_PURPOSE = 200;

    /**
     * Makes a file.
     *
     * @param who takes it
     * @param list what is in it, as he may see it
     * @param purpose what for, {@value #SHORTEST_PURPOSE} to {@value #LONGEST_PURPOSE} characters
     * @return completes when it is traced; on a thread of Patchbay's: never block in it
     */
    CompletionStage<Answer> csv(Actor.Person who, ExportList list, String purpose);

    /**
     * A list to be exported.
     *
     * @param what stable key, for example {@code report.service-level} or {@code trace}
     * @param headings of the columns
     * @param rows one cell a heading: text, numbers, {@link Instant}, or an empty {@code Optional}
     * @param reading how moments and the watermark are written
     */
    record ExportList(String what, List<String> headings, List<List<Object>> rows, Reading reading) {
        public ExportList {
            Objects.requireNonNull(what, "what");
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
            Objects.requireNonNull(reading, "reading");
        }
    }

    /**
     * How a file is written.
     *
     * @param locale the reader's language
     * @param zone the zone of moments
     */
    record Reading(Locale locale, ZoneId zone) {}

    /** What comes of it. */
    sealed interface Answer {
        /**
         * The file.
         *
         * @param name its name
         * @param text its content
         * @param sha256 hex SHA-256 of its bytes in UTF-8, as the journal has it
         */
        record File(String name, String text, String sha256) implements Answer {}

        /**
         * It was not made.
         *
         * @param problem why
         */
        record Refused(Problem problem) implements Answer {}
    }
}
