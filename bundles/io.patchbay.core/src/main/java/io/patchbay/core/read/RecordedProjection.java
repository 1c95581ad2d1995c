// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.model.Opener;
import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what recordings are found by besides the contact itself: the remote party as a keyed hash, the code, and
 * whether there is one. Its checkpoint moves in the same transaction.
 */
public final class RecordedProjection implements AutoCloseable {
    private final Checkpoint checkpoint = new Checkpoint("recorded-contacts");
    private final Database database;
    private final ContentVault vault;
    private final Watch following;

    /** Begins to follow. */
    public RecordedProjection(Database database, Journal journal, ContentVault vault) {
        this.database = database;
        this.vault = vault;
        following = journal.follow(checkpoint.name(), checkpoint.read(database), this::take);
    }

    private void take(List<JournalEntry> entries) {
        checkpoint.write(
                database, entries.get(entries.size() - 1).seq(), transaction -> write(transaction, entries, vault));
    }

    static void write(Connection transaction, List<JournalEntry> entries, ContentVault vault) throws SQLException {
        try (PreparedStatement arrive = transaction.prepareStatement(
                        "insert into recorded_contact (interaction, party) values (?, ?)");
                PreparedStatement code =
                        transaction.prepareStatement("update recorded_contact set code = ? where interaction = ?");
                PreparedStatement record = transaction.prepareStatement(
                        "update recorded_contact set recorded_at = ? where interaction = ? and recorded_at is null")) {
            for (JournalEntry entry : entries) {
                CoreEvent event = entry.interaction().isEmpty()
                        ? null
                        : CoreEvents.read(entry).orElse(null);
                if (event instanceof InteractionEvent.Arrived arrived) {
                    row(arrive, party(entry, arrived, vault).orElse(null), entry, true);
                } else if (event instanceof InteractionEvent.RecordingBegan) {
                    row(record, entry.at().toEpochMilli(), entry, false);
                } else if (code(event).isPresent()) {
                    row(code, code(event).get(), entry, false);
                }
            }
            arrive.executeBatch();
            record.executeBatch();
            code.executeBatch();
        }
    }

    private static Optional<String> code(CoreEvent event) {
        if (event instanceof AssignmentEvent.CodeChosen chosen) {
            return chosen.disposition();
        }
        return event instanceof AssignmentEvent.Ended ended ? ended.disposition() : Optional.empty();
    }

    private static Optional<String> party(JournalEntry entry, InteractionEvent.Arrived arrived, ContentVault vault) {
        Optional<Confidential> theirs =
                arrived.direction() == Direction.INBOUND ? Optional.of(arrived.from()) : arrived.to();
        return theirs.flatMap(Opener.of(entry, vault)::open).map(vault::lookupHash);
    }

    private static void row(PreparedStatement statement, Object value, JournalEntry entry, boolean idFirst)
            throws SQLException {
        InteractionId id = entry.interaction().orElseThrow();
        statement.setObject(idFirst ? 1 : 2, id.value());
        statement.setObject(idFirst ? 2 : 1, value);
        statement.addBatch();
    }

    @Override
    public void close() {
        following.close();
    }
}
