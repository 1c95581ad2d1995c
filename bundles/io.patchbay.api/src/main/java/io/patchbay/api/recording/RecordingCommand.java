// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.InteractionId;
import java.time.Duration;

/** What listeners note in recordings; needs {@code recording.mark} and the right to hear the recording. */
public sealed interface RecordingCommand extends Command {
    /** The most characters of a mark. */
    int LONGEST_TEXT = 500;

    /**
     * Whose recording.
     *
     * @return its interaction
     */
    InteractionId interaction();

    /**
     * {@code recording.mark}: sets a mark; gives its number as {@code mark}.
     *
     * @param interaction whose recording
     * @param at the place, from the beginning of the sound
     * @param text what it says, 1 to {@link #LONGEST_TEXT} characters
     */
    record SetMark(InteractionId interaction, Duration at, String text) implements RecordingCommand {
        public SetMark {
            text = text.strip();
            if (at.isNegative()) {
                throw new IllegalArgumentException("atMillis must be at least 0 but is " + at.toMillis());
            }
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "text must have 1 to " + LONGEST_TEXT + " characters but has " + text.length());
            }
        }
    }

    /**
     * {@code recording.unmark}: takes one's own mark away; what it said stays in the journal.
     *
     * @param interaction whose recording
     * @param mark its number
     */
    record RemoveMark(InteractionId interaction, long mark) implements RecordingCommand {}
}
