// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.LetterRefused;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The way out to somebody who wrote and went: nobody listens, what we write follows the journal. */
final class LetterSession implements ChannelSession {
    private final CompletableFuture<InteractionId> durable = new CompletableFuture<>();

    /** Completes with the contact, or exceptionally with {@link LetterRefused}. */
    CompletionStage<InteractionId> durable() {
        return durable;
    }

    @Override
    public void committed(InteractionId id, ConversationId conversation) {
        durable.complete(id);
    }

    @Override
    public void refused(Problem problem) {
        durable.completeExceptionally(new LetterRefused(problem));
    }

    @Override
    public void accepted(MessageId id, Instant at) {}

    @Override
    public void queued(QueuePlace place) {}

    @Override
    public void connect(AgentId agent, String name) {}

    @Override
    public void send(OutboundMessage message) {}

    @Override
    public void typing() {}

    @Override
    public void end() {}
}
