// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Recordings for listeners. Every look is an entry of the trace. Methods wait for disk and database. */
@ProviderType
public interface Recordings {
    /**
     * Opens the recording of an interaction to be heard: all its parts in one WAV file, 8 kHz, 16 bit, customer left,
     * agent right, gaps silent with a cue mark. The first opening of a person and interaction in ten minutes is
     * journalled as {@code recording.played} before anything can be heard, each refused one as
     * {@code recording.refused}.
     *
     * @param listener who wants to hear
     * @param id the interaction
     * @return the sound, or why not: {@code no-recording}, {@code forbidden}, {@code erased}
     */
    Answer open(Actor.Person listener, InteractionId id);

    /**
     * Who has heard a recording.
     *
     * @param scope who asks
     * @param id the interaction
     * @return the looks, newest first; none if the asker may not hear it himself
     */
    List<Heard> heard(Scope scope, InteractionId id);

    /**
     * Opens the recording of an interaction to be taken out as a file. Needs {@code recording.copy} besides the right
     * to hear it, and a purpose. Each is journalled as {@code recording.copied} before the first byte is given, each
     * refused one as {@code recording.refused}.
     *
     * @param taker who wants it
     * @param id the interaction
     * @param copy what of it, and what for
     * @return the file, or why not: as {@link #open}, {@code copy-forbidden}, {@code bad-purpose}, {@code bad-stretch}
     */
    Answer copy(Actor.Person taker, InteractionId id, Copy copy);

    /**
     * The marks in a recording.
     *
     * @param scope who asks
     * @param id the interaction
     * @return the marks in the order of their places; none if the asker may not hear it
     */
    List<Mark> marks(Scope scope, InteractionId id);

    /**
     * Finds recorded contacts, newest first, among those whose recordings the reader may hear and which he may see.
     *
     * @param scope who asks
     * @param filter which
     * @return at most {@code filter.contact().limit()}
     */
    default List<Interaction> find(Scope scope, RecordingFilter filter) {
        return List.of();
    }

    /** What {@link #open} says. */
    sealed interface Answer {
        /**
         * It may be heard.
         *
         * @param sound the WAV file
         */
        record Open(RecordedSound sound) implements Answer {}

        /**
         * It may not, or cannot.
         *
         * @param problem why
         */
        record Refused(Problem problem) implements Answer {}
    }

    /**
     * One look.
     *
     * @param at when
     * @param listener who, as {@code Actor.text()} says
     */
    record Heard(Instant at, String listener) {}
}
