// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.InteractionId;

/** What keeps secrets that a caller enters out of file and ear; for the agent whose call it is, and by right. */
public sealed interface SecureCommand extends Command {
    /** The permission to do so in calls of others. */
    String PERMISSION = "recording.pause";

    /**
     * The call meant.
     *
     * @return its interaction
     */
    InteractionId interaction();

    /**
     * {@code recording.pause}: nothing of either side is recorded, and neither keys nor voice of the caller reach the
     * agent, until {@code recording.resume}, the end of the call or the limit of the settings.
     *
     * @param interaction the call
     * @param reason why, in a word of a-z, 0-9 and hyphen, for example {@code card}
     */
    record PauseRecording(InteractionId interaction, String reason) implements SecureCommand {
        public PauseRecording {
            if (!reason.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException(
                        "reason must be a word of a-z, 0-9 and hyphen, such as card, but is \"" + reason + "\"");
            }
        }
    }

    /**
     * {@code recording.resume}: ends the pause, or a verification that is under way.
     *
     * @param interaction the call
     */
    record ResumeRecording(InteractionId interaction) implements SecureCommand {}

    /**
     * {@code verification.ask}: pauses as above; the caller is asked for his PIN, which goes to a verifier alone, and
     * comes back by himself. What came of it is a fact of the contact.
     *
     * @param interaction the call
     */
    record AskVerification(InteractionId interaction) implements SecureCommand {}
}
