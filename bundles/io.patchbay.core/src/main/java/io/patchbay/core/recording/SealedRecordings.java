// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.recording.Recordings;
import io.patchbay.store.recording.RecordingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Recordings for those who may hear them; each look is in the journal before the first sample is given. */
public final class SealedRecordings implements Recordings {
    private final Interactions interactions;
    private final Journal journal;
    private final Tracks tracks;
    private final Looks looks;

    /** Reads the sealed files. */
    public SealedRecordings(Interactions interactions, Journal journal, RecordingFiles files, InstantSource clock) {
        this(interactions, journal, new SealedTracks(files), clock);
    }

    SealedRecordings(Interactions interactions, Journal journal, Tracks tracks, InstantSource clock) {
        this.interactions = interactions;
        this.journal = journal;
        this.tracks = tracks;
        this.looks = new Looks(journal, clock);
    }

    @Override
    public Answer open(Actor.Person listener, InteractionId id) {
        Optional<Interaction> contact = interactions.find(Scope.system(), id);
        if (contact.isEmpty()) {
            return new Answer.Refused(Reasons.none());
        } else if (!hears(listener.scope(), contact.get())) {
            return refused(listener, contact.get(), Reasons.forbidden());
        }
        return open(listener, contact.get());
    }

    private Answer open(Actor.Person listener, Interaction contact) {
        List<Track> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean erased = false;
        for (Interaction.RecordedPart part : contact.recordings()) {
            Tracks.Found one = find(part);
            if (one instanceof Tracks.Found.Kept kept) {
                found.add(kept.track());
                names.add(part.id().toString());
            }
            erased |= one instanceof Tracks.Found.Erased;
        }
        if (found.isEmpty()) {
            return erased ? refused(listener, contact, Reasons.erased()) : new Answer.Refused(Reasons.none());
        } else if (!looks.played(listener, contact, names)) {
            return new Answer.Refused(Reasons.notTraced());
        }
        return new Answer.Open(new WavSound(found));
    }

    private Tracks.Found find(Interaction.RecordedPart part) {
        try {
            return tracks.find(part);
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + part.id() + " cannot be read", e);
        }
    }

    private Answer refused(Actor.Person listener, Interaction contact, Problem problem) {
        return new Answer.Refused(looks.refused(listener, contact, problem.code()) ? problem : Reasons.notTraced());
    }

    private static boolean hears(Scope scope, Interaction contact) {
        return scope.may(Permissions.RECORDINGS, contact.place());
    }

    @Override
    public List<Heard> heard(Scope scope, InteractionId id) {
        if (interactions
                .find(Scope.system(), id)
                .filter(contact -> hears(scope, contact))
                .isEmpty()) {
            return List.of();
        }
        return journal.of(List.of(id)).stream()
                .filter(entry -> entry.type().equals(Looks.PLAYED))
                .sorted(Comparator.comparing(JournalEntry::seq).reversed())
                .map(entry -> new Heard(entry.at(), entry.actor()))
                .toList();
    }
}
