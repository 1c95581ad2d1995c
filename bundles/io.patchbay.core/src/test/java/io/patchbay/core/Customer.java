// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import io.patchbay.spi.channel.SignalSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A remote party that writes down all it is told. */
final class Customer implements ChannelSession {
    final CompletableFuture<InteractionId> committed = new CompletableFuture<>();
    final CompletableFuture<Problem> refused = new CompletableFuture<>();
    final List<MessageId> acknowledged = new CopyOnWriteArrayList<>();
    final List<QueuePlace> places = new CopyOnWriteArrayList<>();
    final List<String> agents = new CopyOnWriteArrayList<>();
    final List<OutboundMessage> heard = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> ended = new CompletableFuture<>();
    final List<String> devices = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final Switchboard conference = new Switchboard();
    private final boolean phones;
    private volatile SignalSink sink = signal -> {};

    Customer() {
        this(false);
    }

    /** {@code phones} says whether agents answer at a device. */
    Customer(boolean phones) {
        this.phones = phones;
    }

    void sink(SignalSink given) {
        sink = given;
    }

    InteractionId id() {
        return committed.join();
    }

    void signals(ChannelSignal signal) {
        sink.signal(signal);
    }

    @Override
    public void committed(InteractionId id, ConversationId conversation) {
        committed.complete(id);
    }

    @Override
    public void refused(Problem problem) {
        refused.complete(problem);
    }

    @Override
    public void accepted(MessageId id, Instant at) {
        acknowledged.add(id);
    }

    @Override
    public void queued(QueuePlace place) {
        places.add(place);
    }

    @Override
    public void offer(AgentId agent, Instant expiresAt) {
        devices.add("ring " + agent);
    }

    @Override
    public void withdraw(AgentId agent) {
        devices.add("stop " + agent);
    }

    @Override
    public boolean answeredAtDevice() {
        return phones;
    }

    @Override
    public Optional<Conference> conference() {
        return phones ? Optional.of(conference) : Optional.empty();
    }

    /** Who calls listens. */
    @Override
    public boolean reads() {
        return !phones;
    }

    @Override
    public void answer(AgentId agent) {
        devices.add("answer " + agent);
    }

    @Override
    public void disconnect(AgentId agent) {
        devices.add("away " + agent);
    }

    @Override
    public void connect(AgentId agent, String name) {
        agents.add(agent.value());
    }

    @Override
    public void send(OutboundMessage message) {
        heard.add(message);
    }

    @Override
    public void callbackOffered() {
        told.add("offered");
    }

    @Override
    public void callbackTaken(Optional<Instant> at) {
        told.add("taken");
    }

    @Override
    public void callbackRefused() {
        told.add("refused");
    }

    @Override
    public void typing() {}

    @Override
    public void end() {
        ended.complete(null);
    }
}
