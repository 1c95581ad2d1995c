// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import io.patchbay.testkit.ManualClock;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The wire contract of DESIGN.md 7, frame by frame, with a core made of a few lines. */
final class DialogueTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    private final ManualClock clock = new ManualClock();
    private final Core core = new Core();
    private final ChatChannel channel = new ChatChannel(
            new ChatSettings(
                    Set.of(),
                    new QueueId("service"),
                    Set.of(new QueueId("loans")),
                    8000,
                    20,
                    50,
                    Duration.ofMinutes(2)),
            core,
            core,
            new Vault(),
            new Greeting(Parameters.STANDARD, Optional.empty(), queue -> UnitId.ROOT));
    private final Wire wire = new Wire();
    private final Dialogue dialogue = new Dialogue(channel, wire, clock);

    @Test
    void anythingBeforeHelloIsAnError() {
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        assertTrue(wire.last().contains("hello-first"), wire.last());
        assertTrue(core.arrivals.isEmpty());
    }

    @Test
    void helloOpensNothingTheFirstMessageDoes() {
        dialogue.frame("{\"type\":\"hello\",\"name\":\"林若晴\",\"locale\":\"zh-CN\",\"more\":1}");
        assertTrue(wire.last().contains("welcome"));
        assertTrue(core.arrivals.isEmpty());
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"你好\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"2\",\"text\":\"在吗\"}");
        assertEquals(1, core.arrivals.size());
        assertEquals("林若晴", core.arrivals.get(0).about().name().orElseThrow());
        assertEquals(1, core.signals.size());
    }

    @Test
    void aPageMayNameAQueueOfTheList() {
        dialogue.frame("{\"type\":\"hello\",\"queue\":\"loans\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        assertEquals(new QueueId("loans"), core.arrivals.get(0).queue());
    }

    @Test
    void anotherQueueIsAsIfThereWereNone() {
        dialogue.frame("{\"type\":\"hello\",\"queue\":\"vip\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        assertEquals(new QueueId("service"), core.arrivals.get(0).queue());
    }

    @Test
    void nothingIsAcknowledgedBeforeTheCoreSaysSo() {
        dialogue.frame("{\"type\":\"hello\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        assertTrue(wire.sent.stream().noneMatch(frame -> frame.contains("\"ack\"")));
        core.session.accepted(new MessageId("1"), AT);
        assertEquals("{\"type\":\"ack\",\"id\":\"1\",\"at\":\"2026-03-02T01:00:00Z\"}", wire.last());
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        assertTrue(wire.last().contains("\"ack\""));
        assertTrue(core.signals.isEmpty());
    }

    @Test
    void aVisitorWhoComesBackGetsEveryLineHeMissedOnce() {
        dialogue.frame("{\"type\":\"hello\"}");
        String token = wire.last().replaceAll(".*\"session\":\"([^\"]+)\".*", "$1");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        dialogue.closed();
        core.history.add(line("1", Message.Author.CUSTOMER, "hi", Message.Delivery.RECEIVED));
        core.history.add(line("2", Message.Author.AGENT, "missed", Message.Delivery.SENT));
        Wire second = new Wire();
        Dialogue again = new Dialogue(channel, second, clock);
        again.frame("{\"type\":\"hello\",\"session\":\"" + token + "\",\"after\":\"1\"}");
        assertTrue(second.sent.get(1).contains("missed"), second.sent.toString());
        core.session.send(new ChannelSession.OutboundMessage(new MessageId("2"), "alice", "missed", AT));
        assertEquals(2, second.sent.size(), second.sent.toString());
        assertEquals(List.of(new ChannelSignal.MessageDelivered(new MessageId("2"))), core.signals);
    }

    @Test
    void aSecondSocketOfASessionReplacesTheFirst() {
        dialogue.frame("{\"type\":\"hello\"}");
        String token = wire.last().replaceAll(".*\"session\":\"([^\"]+)\".*", "$1");
        Wire second = new Wire();
        new Dialogue(channel, second, clock).frame("{\"type\":\"hello\",\"session\":\"" + token + "\"}");
        assertEquals(1000, wire.closed);
        assertEquals(0, second.closed);
    }

    @Test
    void badFramesGetTheirErrorAndHarmNobody() {
        dialogue.frame("{\"type\":\"hello\"}");
        dialogue.frame("{\"type\":\"dance\"}");
        assertTrue(wire.last().contains("unknown-type"));
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"" + "长".repeat(3000) + "\"}");
        assertTrue(wire.last().contains("too-long"));
        dialogue.frame("{\"type\":\"hello\",\"session\":\"forged\"}");
        assertTrue(wire.last().contains("bad-session"));
        dialogue.frame("[1,");
        assertTrue(wire.last().contains("bad-json"));
        assertEquals(1007, wire.closed);
        assertTrue(core.arrivals.isEmpty());
    }

    @Test
    void tooManyFramesAreDroppedWithOneWordAndAFloodCostsTheConnection() {
        dialogue.frame("{\"type\":\"hello\"}");
        for (int i = 0; i < 30; i++) {
            dialogue.frame("{\"type\":\"typing\"}");
        }
        assertEquals(
                1,
                wire.sent.stream().filter(frame -> frame.contains("too-fast")).count());
        assertEquals(0, wire.closed);
        for (int i = 0; i < 200; i++) {
            dialogue.frame("{\"type\":\"typing\"}");
        }
        long end = System.nanoTime() + 20_000_000_000L;
        while (wire.closed == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(1008, wire.closed);
    }

    @Test
    void afterTheEndTheNextMessageOpensANewInteractionInTheSameConversation() {
        dialogue.frame("{\"type\":\"hello\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        core.session.accepted(new MessageId("1"), AT);
        core.session.end();
        assertTrue(wire.last().contains("ended"));
        dialogue.frame("{\"type\":\"message\",\"id\":\"2\",\"text\":\"one more thing\"}");
        assertEquals(2, core.arrivals.size());
        assertEquals(core.arrivals.get(0).conversation(), core.arrivals.get(1).conversation());
    }

    @Test
    void aLineSentAgainBeforeItIsDurableIsTakenOnceAndEachFrameAcknowledged() {
        dialogue.frame("{\"type\":\"hello\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        assertEquals(1, core.arrivals.size());
        assertTrue(core.signals.isEmpty());
        core.session.accepted(new MessageId("1"), AT);
        assertEquals(
                2, wire.sent.stream().filter(frame -> frame.contains("\"ack\"")).count());
    }

    @Test
    void aMessageThatCrossesTheEndOpensTheNextInteraction() {
        dialogue.frame("{\"type\":\"hello\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        core.session.accepted(new MessageId("1"), AT);
        dialogue.frame("{\"type\":\"message\",\"id\":\"2\",\"text\":\"wait\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"3\",\"text\":\"please\"}");
        core.session.end();
        assertEquals(2, core.arrivals.size());
        assertEquals(
                List.of("2", "3"),
                core.arrivals.get(1).messages().stream()
                        .map(message -> message.id().value())
                        .toList());
        assertTrue(wire.last().contains("ended"), wire.last());
    }

    @Test
    void whenTheChannelGoesItsSocketsAreToldToComeBack() {
        channel.opened(wire);
        Wire gone = new Wire();
        channel.opened(gone);
        channel.closed(gone);
        channel.close();
        assertEquals(1012, wire.closed);
        assertEquals(0, gone.closed);
    }

    @Test
    void joinedNamesTheAgent() {
        dialogue.frame("{\"type\":\"hello\"}");
        dialogue.frame("{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\"}");
        core.session.connect(new AgentId("alice"), "Alice 陈");
        assertEquals("{\"type\":\"joined\",\"agent\":\"Alice 陈\"}", wire.last());
    }

    private static Message line(String id, Message.Author author, String text, Message.Delivery delivery) {
        return new Message(
                new MessageId(id),
                InteractionId.at(1),
                author,
                Optional.empty(),
                AT,
                Optional.of(text),
                delivery,
                Message.Way.by(ChatChannel.KEY),
                List.of(),
                Optional.empty());
    }

    private static final class Wire implements io.patchbay.channel.chat.Connection {
        private final List<String> sent = new ArrayList<>();
        private volatile int closed;

        @Override
        public void send(String frame, Runnable out) {
            sent.add(frame);
            out.run();
        }

        @Override
        public void close(int code, String reason) {
            closed = code;
        }

        private String last() {
            return sent.get(sent.size() - 1);
        }
    }

    private static final class Core implements Intake, Interactions {
        private final List<Arrival> arrivals = new ArrayList<>();
        private final List<ChannelSignal> signals = new ArrayList<>();
        private final List<Message> history = new ArrayList<>();
        private ChannelSession session;

        @Override
        public SignalSink open(Arrival arrival, ChannelSession given) throws OverloadException {
            arrivals.add(arrival);
            session = given;
            return signals::add;
        }

        @Override
        public Optional<SignalSink> resume(InteractionId id, ChannelSession given) {
            return Optional.empty();
        }

        @Override
        public List<OpenContact> open(ChannelKey key) {
            return List.of();
        }

        @Override
        public Optional<Interaction> find(Scope scope, InteractionId id) {
            return Optional.empty();
        }

        @Override
        public List<Interaction> list(Scope scope, InteractionFilter filter) {
            return List.of();
        }

        @Override
        public List<Interaction> open(Scope scope) {
            return List.of();
        }

        @Override
        public List<Message> messages(Scope scope, InteractionId id) {
            return history;
        }

        @Override
        public List<Message> messages(Scope scope, ConversationId conversation) {
            return history;
        }

        @Override
        public Optional<java.io.InputStream> attachment(
                Scope scope, InteractionId id, io.patchbay.api.id.AttachmentId attachment) {
            return Optional.empty();
        }

        @Override
        public List<Note> notes(Scope scope, InteractionId id) {
            return List.of();
        }

        @Override
        public Watch watch(Consumer<Interaction> listener) {
            return () -> {};
        }

        @Override
        public Watch watchTyping(Consumer<InteractionId> listener) {
            return () -> {};
        }
    }

    private static final class Vault implements ContentVault {
        @Override
        public SealedPart seal(ContentOwner owner, String clear) {
            throw new UnsupportedOperationException("a chat seals nothing itself");
        }

        @Override
        public Optional<String> open(SealedPart part) {
            return Optional.empty();
        }

        @Override
        public void keepKeys(Connection transaction, Collection<ContentOwner> owners) {}

        @Override
        public void destroy(ContentOwner owner) {}

        @Override
        public String lookupHash(String normalForm) {
            return Integer.toHexString(normalForm.hashCode()).repeat(16).substring(0, 16);
        }
    }
}
