// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.Recordings;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/**
 * One interaction with all that is known about it.
 *
 * @param contact the interaction
 * @param customer who it was, if known
 * @param entries its journal, oldest first
 * @param messages its messages, oldest first
 * @param notes its notes, oldest first
 * @param heard who has heard its recording, newest first
 * @param marks the marks in its recording, by place
 */
record RecordReading(
        Interaction contact,
        Optional<Customer> customer,
        List<JournalEntry> entries,
        List<Message> messages,
        List<Note> notes,
        List<Recordings.Heard> heard,
        List<Mark> marks) {
    /** Reads it; waits for the database. */
    static Optional<RecordReading> read(Archive archive, ViewContext context, InteractionId id) {
        return archive.interactions()
                .find(context.scope(), id)
                .map(contact -> new RecordReading(
                        contact,
                        contact.customer()
                                .flatMap(customer -> archive.customers().find(context.scope(), customer)),
                        archive.journal().of(List.of(id)),
                        archive.interactions().messages(context.scope(), id),
                        archive.interactions().notes(context.scope(), id),
                        archive.recordings().heard(context.scope(), id),
                        archive.recordings().marks(context.scope(), id)));
    }
}
