// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the remote side of a contact is told. */
final class Line implements ChannelSession {
    final List<String> told = new ArrayList<>();

    /** Whether it listens and has keys, instead of reading. */
    boolean keys;

    @Override
    public boolean reads() {
        return !keys;
    }

    @Override
    public boolean rates() {
        return keys;
    }

    @Override
    public void rate(int of) {
        told.add("rate " + of);
    }

    @Override
    public void committed(InteractionId id, ConversationId conversation) {
        told.add("committed");
    }

    @Override
    public void refused(Problem problem) {
        told.add("refused " + problem.code());
    }

    @Override
    public void dismiss(String prompt) {
        told.add("dismiss " + prompt);
    }

    @Override
    public void accepted(MessageId id, Instant at) {
        told.add("accepted " + id);
    }

    @Override
    public void queued(QueuePlace place) {}

    @Override
    public void connect(AgentId agent, String name) {
        told.add("connect " + agent);
    }

    @Override
    public void offer(AgentId agent, Instant expiresAt) {
        told.add("offer " + agent);
    }

    @Override
    public void withdraw(AgentId agent) {
        told.add("withdraw " + agent);
    }

    @Override
    public void send(OutboundMessage message) {
        told.add("send " + message.text());
    }

    @Override
    public void typing() {}

    @Override
    public void end() {
        told.add("end");
    }
}
