// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.content.ContentFiles;
import io.patchbay.store.recording.RecordingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes by what a person's contacts are found, and their files; the entries stay, their content is erased. */
@Component
public final class ContactRecords implements PersonalRecords {
    private final Database database;
    private final ContentFiles files;
    private final RecordingFiles recordings;

    @Activate
    public ContactRecords(
            @Reference JournalComponent migrated,
            @Reference Database database,
            @Reference Home home,
            @Reference ContentVault vault) {
        this.database = database;
        this.files = new ContentFiles(home.data().resolve("content"), vault);
        this.recordings = new RecordingFiles(home.recordings(), vault);
    }

    @Override
    public Map<String, Integer> erase(Identities person) {
        List<?> conversations =
                person.conversations().stream().map(id -> id.value()).toList();
        List<?> interactions =
                person.interactions().stream().map(id -> id.value()).toList();
        return Map.of(
                "correspondent",
                        delete("correspondent", "party", person.addressHashes())
                                + delete("correspondent", "conversation", conversations),
                "recorded_contact",
                        delete("recorded_contact", "party", person.addressHashes())
                                + delete("recorded_contact", "interaction", interactions),
                "letter", delete("letter", "conversation", conversations),
                "remote_contact", delete("remote_contact", "interaction", interactions),
                "attachments", files(person.attachments()),
                "recordings", recordings(person.recordings()));
    }

    private int delete(String table, String column, Collection<?> values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where " + column + " = ?")) {
            int rows = 0;
            for (Object value : values) {
                delete.setObject(1, value);
                rows += delete.executeUpdate();
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + table + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private int files(Collection<AttachmentId> ids) {
        int gone = 0;
        try {
            for (AttachmentId id : ids) {
                gone += files.delete(id) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("attachments cannot be deleted", e);
        }
        return gone;
    }

    private int recordings(Collection<RecordingId> ids) {
        int gone = 0;
        try {
            for (RecordingId id : ids) {
                gone += recordings.delete(id) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("recordings cannot be deleted", e);
        }
        return gone;
    }
}
