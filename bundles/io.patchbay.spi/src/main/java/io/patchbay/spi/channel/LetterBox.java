// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
<<<<<<< HEAD
import java.util.Objects;
=======
>>>>>>> main
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
<<<<<<< HEAD
 * The door for letters: finds the conversation, continues the open interaction or opens one. The core implements it;
 * safe for any thread.
=======
 * The slot in the door for channels whose parties write and go: it finds the conversation a letter belongs to,
 * continues its open interaction or opens one. Safe for any thread.
>>>>>>> main
 */
@ProviderType
public interface LetterBox {
    /**
<<<<<<< HEAD
     * Takes a letter. Returns at once; the channel acknowledges to the remote side only when the stage completes.
     *
     * @param letter what came
     * @return completes when the letter is durable, on a thread of Patchbay's: never block in it; exceptionally with
     *     {@link LetterRefused} if it is turned away
     * @throws OverloadException if the core takes nothing now: leave the letter unacknowledged
=======
     * Takes a letter. Returns at once; the sources of its enclosures must stay readable until the answer is there.
     * Letters of one sender are taken in the order they are posted.
     *
     * @param letter what came
     * @return completes when it is durable: acknowledge it then. Completes exceptionally with {@link LetterRefused} if
     *     it can never be taken
     * @throws OverloadException if nothing can be kept now: leave the letter unacknowledged and bring it again
>>>>>>> main
     */
    CompletionStage<Posted> post(Letter letter) throws OverloadException;

    /**
<<<<<<< HEAD
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
=======
     * Where a letter went.
     *
     * @param interaction the contact it opened or continued
     * @param conversation its conversation
     * @param message its id as a message
     * @param again whether it had been taken before and nothing happened
     */
    record Posted(InteractionId interaction, ConversationId conversation, MessageId message, boolean again) {}
>>>>>>> main
}
