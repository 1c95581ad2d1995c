// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.channel.SignalSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A telephone channel that calls customers, and writes down whom it rang and dialled. */
final class CalledParties implements Channel, OutboundCalls {
    final List<Party> parties = new CopyOnWriteArrayList<>();

    @Override
    public ChannelKey key() {
        return new ChannelKey("voice");
    }

    @Override
    public WorkKind kind() {
        return Phones.CALL;
    }

    @Override
    public Optional<OutboundCalls> outbound() {
        return Optional.of(this);
    }

    @Override
    public Checked check(String number, QueueId queue) {
        return number.startsWith("+861")
                ? new Checked.Good(new Address.PhoneNumber(number))
                : new Checked.Refused(Problem.of("number-refused", "{0} is not called.", "不能呼叫 {0}。", number));
    }

    @Override
    public Optional<Address> shown(QueueId queue) {
        return Optional.of(new Address.ShortCode("95500", "+86"));
    }

    @Override
    public ChannelSession session(Call call, SignalSink sink) {
        Party party = new Party(call, sink);
        parties.add(party);
        return party;
    }

    final List<Customer> among = new CopyOnWriteArrayList<>();

    /** Colleagues among themselves. */
    @Override
    public Optional<ChannelSession> between(InteractionId call, SignalSink sink) {
        Customer nobody = new Customer(true);
        nobody.sink(sink);
        among.add(nobody);
        return Optional.of(nobody);
    }

    /** Waits until an agent's phone rings for somebody who is to be called. */
    Party rings(String agent) {
        Centre.until(() -> parties.stream().anyMatch(party -> party.ringing.contains(agent)));
        return parties.stream()
                .filter(party -> party.ringing.contains(agent))
                .findFirst()
                .orElseThrow();
    }

    int dials() {
        return parties.stream().mapToInt(party -> party.dialled.size()).sum();
    }

    /** One customer to be called. */
    static final class Party implements ChannelSession {
        final Call call;
        final List<String> ringing = new CopyOnWriteArrayList<>();
        final List<AgentId> dialled = new CopyOnWriteArrayList<>();
        private final SignalSink sink;

        Party(Call call, SignalSink sink) {
            this.call = call;
            this.sink = sink;
        }

        void signals(ChannelSignal signal) {
            sink.signal(signal);
        }

        /** The agent picks up, and the customer's phone rings. */
        void dialsFor(String agent) {
            int before = dialled.size();
            signals(new ChannelSignal.AgentAnswered(new AgentId(agent)));
            Centre.until(() -> dialled.size() > before);
        }

        @Override
        public void committed(InteractionId id, ConversationId conversation) {}

        @Override
        public void refused(Problem problem) {}

        @Override
        public void accepted(MessageId id, Instant at) {}

        @Override
        public void queued(QueuePlace place) {}

        @Override
        public void offer(AgentId agent, Instant expiresAt) {
            ringing.add(agent.value());
        }

        @Override
        public void withdraw(AgentId agent) {
            ringing.remove(agent.value());
        }

        @Override
        public boolean answeredAtDevice() {
            return true;
        }

        @Override
        public void connect(AgentId agent, String name) {
            dialled.add(agent);
        }

        @Override
        public void disconnect(AgentId agent) {
            ringing.remove(agent.value());
        }

        @Override
        public void send(OutboundMessage message) {}

        @Override
        public void typing() {}

        @Override
        public void end() {}
    }
}
