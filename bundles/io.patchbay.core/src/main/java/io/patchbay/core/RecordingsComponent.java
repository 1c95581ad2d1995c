// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.RecordingFilter;
import io.patchbay.api.recording.Recordings;
import io.patchbay.core.read.RecordedContacts;
import io.patchbay.core.recording.Marks;
import io.patchbay.core.recording.SealedRecordings;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.recording.RecordingFiles;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Recordings for listeners, as a service. */
@Component(service = {Recordings.class, RecordingsComponent.class})
public final class RecordingsComponent implements Recordings {
    private final Recordings recordings;
    private final Interactions interactions;
    private final RecordedContacts contacts;
    private final Marks marks;
    private final ExecutorService marker;

    @Activate
    public RecordingsComponent(
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference Database database,
            @Reference Home home,
            @Reference ContentVault vault) {
        this.interactions = interactions;
        contacts = new RecordedContacts(database, vault);
        marks = new Marks(interactions, journal, vault, InstantSource.system());
        marker = Threads.resting("marker");
        recordings = new SealedRecordings(
                interactions, journal, new RecordingFiles(home.recordings(), vault), marks, InstantSource.system());
    }

    @Override
    public Answer open(Actor.Person listener, InteractionId id) {
        return recordings.open(listener, id);
    }

    @Deactivate
    void close() {
        marker.shutdown();
    }

    @Override
    public Answer copy(Actor.Person taker, InteractionId id, Copy copy) {
        return recordings.copy(taker, id, copy);
    }

    @Override
    public List<Mark> marks(Scope scope, InteractionId id) {
        return marks.of(scope, id);
    }

    /** What is read for it waits for the database: one at a time, on a thread of its own. */
    CompletionStage<CommandResult> marking(Function<Marks, CompletionStage<CommandResult>> wish) {
        return CompletableFuture.supplyAsync(() -> wish.apply(marks), marker).thenCompose(Function.identity());
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
