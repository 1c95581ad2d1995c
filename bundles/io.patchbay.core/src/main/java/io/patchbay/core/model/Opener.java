// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.journal.JournalEntry;
import java.util.Optional;

/** Opens the confidential values of an event while it is folded in. */
@FunctionalInterface
public interface Opener {
    /** The clear text, or empty if it is erased. */
    Optional<String> open(Confidential value);

    /** For events that are just being made: their content is still clear. */
    Opener FRESH = value -> value instanceof Confidential.Clear clear ? Optional.of(clear.text()) : Optional.empty();

    /** For events read back from the journal. */
    static Opener of(JournalEntry entry, ContentVault vault) {
        return value -> entry.open(value, vault);
    }
}
