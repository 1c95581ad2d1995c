// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.command.Command;
import java.util.Objects;

/** Staff out of and into a table of a spreadsheet. */
public sealed interface StaffCommand extends Command {
    /** {@code staff.export}: gives {@code text}, CSV with a byte order mark, one person a line; traced. */
    record Export() implements StaffCommand {}

    /**
     * {@code staff.import}: saves each person whose line differs, each by {@code person.save} and with the actor's
     * rights; where that needs reviews they become proposals. Nothing is done while a line has a fault. People who are
     * not in the table stay as they are.
     *
     * @param text CSV or tab-separated lines, the first one with the names of the columns
     */
    record Import(String text) implements StaffCommand {
        public Import {
            Objects.requireNonNull(text, "text");
        }
    }
}
