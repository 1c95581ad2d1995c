// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The slot in the door for channels whose parties write and go: it finds the conversation a letter belongs to,
 * continues its open interaction or opens one. Safe for any thread.
 */
@ProviderType
public interface LetterBox {
    /**
     * Takes a letter. Returns at once; the sources of its enclosures must stay readable until the answer is there.
     * Letters of one sender are taken in the order they are posted.
     *
     * @param letter what came
     * @return completes when it is durable: acknowledge it then. Completes exceptionally with {@link LetterRefused} if
     *     it can never be taken
     * @throws OverloadException if nothing can be kept now: leave the letter unacknowledged and bring it again
     */
    CompletionStage<Posted> post(Letter letter) throws OverloadException;

    /**
     * Where a letter went.
     *
     * @param interaction the contact it opened or continued
     * @param conversation its conversation
     * @param message its id as a message
     * @param again whether it had been taken before and nothing happened
     */
    record Posted(InteractionId interaction, ConversationId conversation, MessageId message, boolean again) {}
}
