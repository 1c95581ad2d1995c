// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.UnitId;
import java.util.Objects;
import java.util.UUID;

/** What is changed about lists; each change needs two reviews by others. */
public sealed interface ListCommand extends Command {
    /**
     * {@code list.save}: adds or changes an entry.
     *
     * @param entry how it shall be
     */
    record SaveEntry(ListEntry entry) implements ListCommand {
        public SaveEntry {
            Objects.requireNonNull(entry, "entry");
        }
    }

    /**
     * {@code list.remove}: takes an entry away.
     *
     * @param id which
     */
    record RemoveEntry(UUID id) implements ListCommand {
        public RemoveEntry {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * {@code list.import}: adds many entries, all or none.
     *
     * @param table lines of {@code list, party, rule, queue, credit, reason, from, until}, parted by commas or tabs, up
     *     to 1,000
     * @param unit whose entries they are
     */
    record ImportEntries(String table, UnitId unit) implements ListCommand {
        public ImportEntries {
            if (table.isBlank() || table.length() > 200_000) {
                throw new IllegalArgumentException("table must have 1 to 200,000 characters but has " + table.length());
            }
            Objects.requireNonNull(unit, "unit");
        }

        /** Hides the people. */
        @Override
        public String toString() {
            return "ImportEntries[" + table.length() + " characters]";
        }
    }
}
