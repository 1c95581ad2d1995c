// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.event;

import io.patchbay.api.journal.JournalEntry;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A type of journal entries that a bundle writes, named in its {@link Declarations} so that people can read the
 * journal.
 */
@ConsumerType
public interface EventType {
    /**
     * The dotted type.
     *
     * @return for example {@code ticket.opened}
     */
    String type();

    /**
     * The newest version of its body that this bundle writes.
     *
     * @return from 1
     */
    int version();

    /**
     * What happened, in words.
     *
     * @param entry a line of this type
     * @param locale the reader's
     * @return one sentence without personal content
     */
    String words(JournalEntry entry, Locale locale);

    /**
     * Brings a line of an older version to the newest.
     *
     * @param entry a line of this type
     * @return the same line if it is the newest version
     */
    default JournalEntry upcast(JournalEntry entry) {
        return entry;
    }
}
