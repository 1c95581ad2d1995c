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
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings;
import io.patchbay.store.recording.RecordingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Recordings for those who may hear them; each look is in the journal before the first sample is given. */
public final class SealedRecordings implements Recordings {
    private final Interactions interactions;
    private final Journal journal;
    private final Tracks tracks;
    private final Marks marks;
    private final Looks looks;

    /** Reads the sealed files. */
    public SealedRecordings(
            Interactions interactions, Journal journal, RecordingFiles files, Marks marks, InstantSource clock) {
        this(interactions, journal, new SealedTracks(files), marks, clock);
    }

    SealedRecordings(Interactions interactions, Journal journal, Tracks tracks, Marks marks, InstantSource clock) {
        this.interactions = interactions;
        this.journal = journal;
        this.tracks = tracks;
        this.marks = marks;
        this.looks = new Looks(journal, clock);
    }

    @Override
    public Answer open(Actor.Person listener, InteractionId id) {
        return answer(
                listener,
                id,
                (contact, found) -> looks.played(listener, contact, found.names())
                        ? new Answer.Open(found.sound())
                        : new Answer.Refused(Reasons.notTraced()));
    }

    @Override
    public Answer copy(Actor.Person taker, InteractionId id, Copy copy) {
        return answer(taker, id, (contact, found) -> copy(taker, contact, found, copy));
    }

    private Answer copy(Actor.Person taker, Interaction contact, Found found, Copy copy) {
        int length = copy.purpose().length();
        if (!taker.scope().may(Permissions.RECORDING_COPIES, contact.place())) {
            return refused(taker, contact, Reasons.notCopied());
        } else if (length < Copy.SHORTEST_PURPOSE || length > Copy.LONGEST_PURPOSE) {
            return new Answer.Refused(Reasons.badPurpose(length));
        }
        Duration whole = found.sound().duration();
        Duration from = copy.from().orElse(Duration.ZERO);
        Duration to = copy.to().orElse(whole);
        if (from.isNegative() || from.compareTo(to) >= 0 || to.compareTo(whole) > 0) {
            return new Answer.Refused(Reasons.badStretch(from, to, whole));
        }
        Map<String, Object> body = Map.of(
                "recording", found.names(),
                "purpose", copy.purpose(),
                "fromMillis", from.toMillis(),
                "toMillis", to.toMillis());
        return looks.copied(taker, contact, body)
                ? new Answer.Open(found.sound().between(from, to))
                : new Answer.Refused(Reasons.notTraced());
    }

    /** Sound that is there. */
    private record Found(RecordedSound sound, List<String> names) {}

    private Answer answer(Actor.Person listener, InteractionId id, BiFunction<Interaction, Found, Answer> given) {
        Optional<Interaction> contact = interactions.find(Scope.system(), id);
        if (contact.isEmpty()) {
            return new Answer.Refused(Reasons.none());
        } else if (!hears(listener.scope(), contact.get())) {
            return refused(listener, contact.get(), Reasons.forbidden());
        }
        return answer(listener, contact.get(), given);
    }

    private Answer answer(Actor.Person listener, Interaction contact, BiFunction<Interaction, Found, Answer> given) {
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
        }
        return given.apply(contact, new Found(new WavSound(found), names));
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

    static boolean hears(Scope scope, Interaction contact) {
        return scope.may(Permissions.RECORDINGS, contact.place());
    }

    @Override
    public List<Mark> marks(Scope scope, InteractionId id) {
        return marks.of(scope, id);
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
