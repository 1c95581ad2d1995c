// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSession;
import java.time.Instant;

/** A caller who is no longer there: nothing reaches him. */
public final class Gone implements ChannelSession {
    @Override
    public void committed(InteractionId id, ConversationId conversation) {}

    @Override
    public void refused(Problem problem) {}

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
