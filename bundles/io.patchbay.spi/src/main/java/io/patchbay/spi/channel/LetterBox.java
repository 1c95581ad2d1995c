// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The door for letters: finds the conversation, continues the open interaction or opens one. The core implements it;
 * safe for any thread.
 */
@ProviderType
public interface LetterBox {
    /**
     * Takes a letter. Returns at once; the channel acknowledges to the remote side only when the stage completes.
     *
     * @param letter what came
     * @return completes when the letter is durable, on a thread of Patchbay's: never block in it; exceptionally with
     *     {@link LetterRefused} if it is turned away
     * @throws OverloadException if the core takes nothing now: leave the letter unacknowledged
     */
    CompletionStage<Posted> post(Letter letter) throws OverloadException;

    /**
     * What became of a letter.
     *
     * @param interaction the episode it fell into
     * @param conversation its conversation
     * @param message its message
     * @param again whether it had been taken before
     */
    record Posted(InteractionId interaction, ConversationId conversation, MessageId message, boolean again) {
        public Posted {
            Objects.requireNonNull(interaction, "interaction");
            Objects.requireNonNull(conversation, "conversation");
            Objects.requireNonNull(message, "message");
        }
    }
}
