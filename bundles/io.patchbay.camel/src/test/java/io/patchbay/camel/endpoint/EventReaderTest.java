// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.camel.FakePatchbay;
import io.patchbay.camel.guard.Limits;
import io.patchbay.spi.channel.Enclosure;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an exchange of {@code patchbay:events} has of a message. */
class EventReaderTest {
    private static final InteractionId CONTACT = new InteractionId(Uuid7.at(1));
    private static final ConversationId CONVERSATION = new ConversationId(Uuid7.at(2));
    private static final ChannelKey MAIL = new ChannelKey("email");
    private static final Address OURS = Address.parse("mailto:service@bank.example");
    private static final Address THEIRS = Address.parse("mailto:lina@customer.example");
    private static final Attachment BILL =
            new Attachment(AttachmentId.at(3), Attachment.Role.FILE, Optional.of("账单.pdf"), "application/pdf", 3, "00");

    @TempDir
    Path home;

    private final List<Message> messages = new ArrayList<>();
    private FakePatchbay patchbay;
    private Doors doors;

    @BeforeEach
    void open() {
        patchbay = new FakePatchbay(home, Limits.USUAL);
        Doors bare = patchbay.doors;
        doors = new Doors(
                bare.letters(),
                bare.commands(),
                bare.journal(),
                bare.vault(),
                stub(Interactions.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> Optional.of(contact());
                    case "messages" -> List.copyOf(messages);
                    case "attachment" -> Optional.of(new ByteArrayInputStream(new byte[] {1, 2, 3}));
                    default -> throw new AssertionError(method);
                }),
                stub(People.class, (proxy, method, arguments) -> Optional.of(alice())),
                bare.positions(),
                bare.sources());
    }

    @AfterEach
    void close() {
        patchbay.close();
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static Person alice() {
        return new Person(
                new UserId("alice"),
                "Alice 陈静",
                new UnitId("headquarters"),
                Set.of(),
                new Person.Work(Map.of(), Map.of()),
                Optional.empty(),
                true,
                Profile.NONE);
    }

    private static Interaction contact() {
        return new Interaction(
                CONTACT,
                "1",
                CONVERSATION,
                new Interaction.Contact(
                        MAIL,
                        new WorkKind("mail"),
                        Direction.INBOUND,
                        Optional.of(THEIRS),
                        Optional.of(OURS),
                        Optional.empty(),
                        Optional.of("账单"),
                        "zh-CN"),
                InteractionState.CONNECTED,
                new Interaction.Placement(new QueueId("service"), new UnitId("headquarters"), 1),
                Optional.empty(),
                new Interaction.Times(
                        Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    private void wrote(String id, Message.Author author, Message.Delivery delivery, Optional<String> text) {
        boolean theirs = author == Message.Author.CUSTOMER;
        messages.add(new Message(
                new MessageId(id),
                CONTACT,
                author,
                theirs ? Optional.empty() : Optional.of(new AgentId("alice")),
                Instant.EPOCH,
                text,
                delivery,
                new Message.Way(MAIL, Optional.of(OURS), Optional.of(THEIRS), Optional.empty()),
                theirs ? List.of() : List.of(BILL),
                Optional.empty()));
    }

    /** The entry of a message that was written before, whole as the core writes it. */
    private JournalEntry sent(String id) {
        Message message = messages.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        MessageEvent event = new MessageEvent.Sent(
                message.id(),
                message.agent(),
                message.text()
                        .<Confidential>map(Confidential.Clear::new)
                        .orElseGet(() -> new Confidential.Sealed("0".repeat(64))), // of which no part is left
                Optional.of(new MessageEvent.Way(
                        MAIL,
                        Optional.of(new Confidential.Clear(OURS.text())),
                        Optional.of(new Confidential.Clear(THEIRS.text())),
                        Optional.empty())),
                message.attachments().stream()
                        .map(one -> new MessageEvent.AttachedPart(
                                one.id(),
                                one.role(),
                                new Confidential.Clear(one.name().orElseThrow()),
                                one.type(),
                                one.size(),
                                one.sha256()))
                        .toList());
        return new JournalEntry(
                7,
                Instant.EPOCH,
                CoreEvents.type(event),
                CoreEvents.VERSION,
                Optional.of(CONTACT),
                "user:alice",
                new UnitId("headquarters"),
                0,
                CoreEvents.body(event),
                "0".repeat(64),
                List.of());
    }

    private EventReader reader(Optional<String> address) {
        return new EventReader(
                new Purpose.Events(List.of("message.sent"), Optional.of(MAIL), address, "t", 1, 0, false), doors);
    }

    private org.apache.camel.Message written(String message) {
        org.apache.camel.Message target = new DefaultMessage(new DefaultCamelContext());
        assertThat(reader(Optional.empty()).write(sent(message), target)).isTrue();
        return target;
    }

    @Test
    void aMessageOfOursHasItsWordsItsWayAndWhoWroteIt() {
        wrote("m-1", Message.Author.AGENT, Message.Delivery.SENT, Optional.of("账单见附件。"));
        org.apache.camel.Message event = written("m-1");
        assertThat(event.getBody()).isEqualTo("账单见附件。");
        assertThat(event.getHeaders())
                .containsEntry("PatchbaySeq", 7L)
                .containsEntry("PatchbayEventId", "patchbay-7")
                .containsEntry("PatchbayId", "m-1")
                .containsEntry("PatchbayFrom", "mailto:service@bank.example")
                .containsEntry("PatchbayTo", "mailto:lina@customer.example")
                .containsEntry("PatchbaySubject", "账单")
                .containsEntry("PatchbayAgent", "Alice 陈静")
                .containsEntry("PatchbayChannel", "email")
                .containsEntry("PatchbayInteraction", CONTACT.toString())
                .containsEntry("PatchbayConversation", CONVERSATION.toString());
    }

    @Test
    void itsFilesCanBeRead() throws Exception {
        wrote("m-1", Message.Author.AGENT, Message.Delivery.SENT, Optional.of("账单见附件。"));
        List<?> files = written("m-1").getHeader("PatchbayEnclosures", List.class);
        Enclosure file = (Enclosure) files.get(0);
        assertThat(file.name()).isEqualTo("账单.pdf");
        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(file.source().open().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void itRefersToWhatCameBeforeItOfBothSidesButNotToWhatNeverArrived() {
        wrote("one@customer.example", Message.Author.CUSTOMER, Message.Delivery.RECEIVED, Optional.of("1"));
        wrote("m-1", Message.Author.AGENT, Message.Delivery.DELIVERED, Optional.of("2"));
        wrote("m-2", Message.Author.AGENT, Message.Delivery.FAILED, Optional.of("3"));
        wrote("m-3", Message.Author.AGENT, Message.Delivery.SENT, Optional.of("4"));
        wrote("two@customer.example", Message.Author.CUSTOMER, Message.Delivery.RECEIVED, Optional.of("5"));
        assertThat(written("m-3").getHeader("PatchbayRefersTo")).isEqualTo(List.of("one@customer.example", "m-1"));
    }

    @Test
    void anErasedMessageIsPassedOver() {
        wrote("m-1", Message.Author.AGENT, Message.Delivery.SENT, Optional.empty());
        org.apache.camel.Message target = new DefaultMessage(new DefaultCamelContext());
        assertThat(reader(Optional.empty()).write(sent("m-1"), target)).isFalse();
    }

    @Test
    void onlyMessagesFromTheAddressAreWanted() {
        wrote("m-1", Message.Author.AGENT, Message.Delivery.SENT, Optional.of("1"));
        assertThat(reader(Optional.of("service@bank.example")).wants(sent("m-1")))
                .isTrue();
        assertThat(reader(Optional.of("other@bank.example")).wants(sent("m-1"))).isFalse();
    }
}
