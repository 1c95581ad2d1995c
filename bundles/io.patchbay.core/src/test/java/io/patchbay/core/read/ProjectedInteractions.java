// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.store.Database;
import java.util.List;

/** Fills the table by which contacts are found, up to the journal's end. */
public final class ProjectedInteractions {
    private ProjectedInteractions() {}

    public static void of(Journal journal, Database database) {
        List<JournalEntry> entries = journal.read(0, 10_000);
        new Checkpoint("interactions")
                .write(database, journal.head(), transaction -> InteractionProjection.write(transaction, entries));
    }
}
