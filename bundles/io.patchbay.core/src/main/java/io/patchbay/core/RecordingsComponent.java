// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.recording.RecordingFilter;
import io.patchbay.api.recording.Recordings;
import io.patchbay.core.read.RecordedContacts;
import io.patchbay.core.recording.SealedRecordings;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.recording.RecordingFiles;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Recordings for listeners, as a service. */
@Component
public final class RecordingsComponent implements Recordings {
    private final Recordings recordings;
    private final Interactions interactions;
    private final RecordedContacts contacts;

    @Activate
    public RecordingsComponent(
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference Database database,
            @Reference Home home,
            @Reference ContentVault vault) {
        this.interactions = interactions;
        contacts = new RecordedContacts(database, vault);
        recordings = new SealedRecordings(
                interactions, journal, new RecordingFiles(home.recordings(), vault), InstantSource.system());
    }

    @Override
    public Answer open(Actor.Person listener, InteractionId id) {
        return recordings.open(listener, id);
    }

    @Override
    public List<Heard> heard(Scope scope, InteractionId id) {
        return recordings.heard(scope, id);
    }

    @Override
    public List<Interaction> find(Scope scope, RecordingFilter filter) {
        return contacts.find(scope, filter).stream()
                .flatMap(id -> interactions.find(scope, id).stream())
                .toList();
    }
}
