// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.journal.Journal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:journal-verify}: checks the chain; fails with the first altered entry's number. */
@Service
@Command(
        scope = "patchbay",
        name = "journal-verify",
        description = "Checks the journal's chain from the first entry on")
public final class JournalVerify implements Action {
    @Reference
    private Journal journal;

    /** Made by the shell. */
    public JournalVerify() {}

    @Override
    public Object execute() {
        long head = journal.head();
        long altered = journal.firstAltered();
        if (altered != 0) {
            throw new IllegalStateException("The journal was altered: first bad entry " + altered);
        }
        return Doing.said("The journal is whole: " + head + " entries");
    }
}
