// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.loopback;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.SignalSink;
import java.time.Instant;
import java.util.function.Consumer;

/** One contact: writes what the core tells as lines. */
final class LoopbackSession implements ChannelSession {
    private final String id;
    private final Consumer<String> line;
    private volatile SignalSink sink = signal -> {};

    LoopbackSession(String id, Consumer<String> line) {
        this.id = id;
        this.line = line;
    }

    void sink(SignalSink given) {
        sink = given;
    }

    void signal(ChannelSignal signal) {
        sink.signal(signal);
    }

    @Override
    public void committed(InteractionId interaction, ConversationId conversation) {
        line.accept("committed " + id + " " + interaction);
    }

    @Override
    public void refused(Problem problem) {
        line.accept("refused " + id + " " + problem.code() + " " + problem.english());
    }

    @Override
    public void accepted(MessageId message, Instant at) {
        line.accept("ack " + id + " " + message);
    }

    @Override
    public void queued(QueuePlace place) {
        line.accept("queued " + id + " " + place.position());
    }

    @Override
    public void connect(AgentId agent, String name) {
        line.accept("joined " + id + " " + name);
    }

    @Override
    public void send(OutboundMessage message) {
        line.accept("said " + id + " " + message.text().replace('\n', ' '));
        signal(new ChannelSignal.MessageDelivered(message.id()));
    }

    @Override
    public void typing() {
        line.accept("typing " + id);
    }

    @Override
    public void end() {
        line.accept("ended " + id);
    }
}
