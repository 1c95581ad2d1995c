// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Enclosure;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox.Posted;
import io.patchbay.spi.channel.LetterRefused;
import io.patchbay.spi.channel.OverloadException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what somebody wrote finds its conversation and its agent; the same on every database. */
interface LettersContract {
    /** A fresh database; called once a test. */
    DataSource database(Path folder);

    String LIN = "tel:+8613800000001";
    String WANG = "tel:+8613800000002";

    private static Letter letter(
            String id,
            String from,
            String queue,
            Optional<String> subject,
            List<String> refersTo,
            List<Enclosure> with) {
        return new Letter(
                TextChannel.SMS,
                new WorkKind("sms"),
                id,
                Address.parse(from),
                Optional.of(TextChannel.OURS),
                new QueueId(queue),
                new Arrival.About(Optional.empty(), subject, "zh-CN"),
                "text of " + id,
                with,
                refersTo);
    }

    private static Letter letter(String id, String from) {
        return letter(id, from, "service", Optional.empty(), List.of(), List.of());
    }

    private static CompletableFuture<Posted> posting(Centre centre, Letter letter) {
        try {
            return centre.core.letters().post(letter).toCompletableFuture();
        } catch (OverloadException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Posted post(Centre centre, Letter letter) {
        return posting(centre, letter).join();
    }

    private static List<String> texts(Centre centre, InteractionId id) {
        return centre.core.interactions().messages(Scope.system(), id).stream()
                .map(message -> message.text().orElseThrow())
                .toList();
    }

    private static InteractionId accepted(Centre centre, String agent) {
        InteractionId id = centre.offer(agent);
        assertInstanceOf(CommandResult.Done.class, centre.does(agent, new InteractionCommand.AcceptAssignment(id)));
        return id;
    }

    @Test
    default void aSecondLetterGoesOnWithTheOpenContactAndARepeatDoesNothing(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            Posted first = post(centre, letter("a1", LIN));
            Posted second = post(centre, letter("a2", LIN));
            Posted repeat = post(centre, letter("a1", LIN));
            Posted stranger = post(centre, letter("b1", WANG));
            assertEquals(first.interaction(), second.interaction());
            assertEquals(first.interaction(), repeat.interaction());
            assertTrue(repeat.again());
            assertFalse(second.again());
            assertNotEquals(first.conversation(), stranger.conversation());
            assertEquals(List.of("text of a1", "text of a2"), texts(centre, first.interaction()));
            assertEquals(0, centre.journal.firstAltered());
        }
    }

    @Test
    default void twoFirstLettersAtTheSameMomentOpenOneContact(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            List<CompletableFuture<Posted>> posted = IntStream.range(0, 20)
                    .mapToObj(i -> posting(centre, letter("n" + i, LIN)))
                    .toList();
            assertEquals(
                    1,
                    posted.stream()
                            .map(one -> one.join().interaction())
                            .distinct()
                            .count());
            assertEquals(
                    IntStream.range(0, 20).mapToObj(i -> "text of n" + i).toList(),
                    texts(centre, posted.get(0).join().interaction()));
        }
    }

    @Test
    default void aLetterIsTakenOnceOverARestart(@TempDir Path home) {
        DataSource database = database(home);
        Posted first;
        try (Centre centre = new Centre(home, database)) {
            first = post(centre, letter("a1", LIN));
        }
        try (Centre centre = new Centre(home, database)) {
            Centre.until(() -> centre.taken(letter("a1", LIN)).isPresent());
            Posted repeat = centre.taken(letter("a1", LIN)).orElseThrow();
            assertTrue(repeat.again());
            assertEquals(first.interaction(), repeat.interaction());
            assertEquals(
                    first.interaction(),
                    centre.taken(letter("a2", LIN)).orElseThrow().interaction());
        }
    }

    @Test
    default void anAnswerFollowsTheJournalAndItsFateIsTold(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            post(centre, letter("a1", LIN));
            InteractionId id = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.SendMessage(id, "您好"));
            Message sent =
                    centre.core.interactions().messages(Scope.system(), id).get(1);
            assertEquals(Optional.of(TextChannel.OURS), sent.way().ours());
            assertEquals(Optional.of(Address.parse(LIN)), sent.way().theirs());
            assertEquals(Message.Delivery.SENT, sent.delivery());
            report(centre, id, sent, Message.Delivery.FAILED, "the number is switched off");
            Message failed =
                    centre.core.interactions().messages(Scope.system(), id).get(1);
            assertEquals(Optional.of("the number is switched off"), failed.reason());
            assertInstanceOf(
                    CommandResult.Done.class, centre.does("alice", new InteractionCommand.RetryMessage(id, sent.id())));
            assertInstanceOf(
                    CommandResult.Refused.class,
                    centre.does("alice", new InteractionCommand.RetryMessage(id, sent.id())));
            report(centre, id, sent, Message.Delivery.DELIVERED, "");
            assertEquals(
                    Message.Delivery.DELIVERED,
                    centre.core
                            .interactions()
                            .messages(Scope.system(), id)
                            .get(1)
                            .delivery());
        }
    }

    private static void report(
            Centre centre, InteractionId id, Message message, Message.Delivery delivery, String reason) {
        CommandResult result = centre.commands
                .execute(
                        new Actor.Part("route:test"),
                        new InteractionCommand.ReportMessage(id, message.id(), delivery, reason),
                        "")
                .toCompletableFuture()
                .join();
        assertInstanceOf(CommandResult.Done.class, result);
    }

    @Test
    default void whatFailsAfterTheContactWasClosedComesBack(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Posted first = post(centre, letter("a1", LIN));
            InteractionId id = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.SendMessage(id, "您好"));
            centre.does("alice", new InteractionCommand.CompleteAssignment(id, Optional.of("other"), ""));
            assertEquals(InteractionState.CLOSED, centre.interaction(id).state());
            Message sent =
                    centre.core.interactions().messages(Scope.system(), id).get(1);
            report(centre, id, sent, Message.Delivery.FAILED, "no such number");
            Interaction back = centre.interaction(centre.offer("alice"));
            assertEquals(first.conversation(), back.conversation());
            assertTrue(back.contact().subject().orElseThrow().contains("no such number"));
            report(centre, id, sent, Message.Delivery.FAILED, "no such number");
            assertEquals(0, centre.journal.firstAltered());
        }
    }

    @Test
    default void afterTheEndTheSameSenderOpensAContactInTheSameConversation(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Posted first = post(centre, letter("a1", LIN));
            InteractionId id = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.CompleteAssignment(id, Optional.of("other"), ""));
            Posted next = post(centre, letter("a2", LIN));
            assertNotEquals(first.interaction(), next.interaction());
            assertEquals(first.conversation(), next.conversation());
            Posted matter = post(centre, letter("a3", LIN, "service", Optional.of("another"), List.of(), List.of()));
            assertNotEquals(first.conversation(), matter.conversation());
            Posted answer =
                    post(centre, letter("a4", LIN, "service", Optional.of("Re: another"), List.of("a3"), List.of()));
            assertEquals(matter.interaction(), answer.interaction());
        }
    }

    @Test
    default void aForgedReferenceOpensNothingOfSomebodyElse(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            Posted first = post(centre, letter("a1", LIN));
            Posted forged =
                    post(centre, letter("f1", WANG, "service", Optional.of("Re: a1"), List.of("a1"), List.of()));
            assertNotEquals(first.conversation(), forged.conversation());
        }
    }

    @Test
    default void anAnswerBringsAParkedContactBackToItsAgent(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            post(centre, letter("a1", LIN));
            InteractionId id = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.ParkAssignment(id));
            assertEquals(InteractionState.PARKED, centre.interaction(id).state());
            assertEquals(id, post(centre, letter("a2", LIN)).interaction());
            assertEquals(InteractionState.CONNECTED, centre.interaction(id).state());
            assertEquals(
                    new AgentId("alice"),
                    centre.interaction(id).assignments().get(0).agent());
        }
    }

    @Test
    default void anAgentWhoLeftLeavesHisParkedContactsToTheQueue(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            post(centre, letter("a1", LIN));
            InteractionId id = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.ParkAssignment(id));
            assertInstanceOf(CommandResult.Done.class, centre.leaves("alice"));
            assertEquals(InteractionState.PARKED, centre.interaction(id).state());
            centre.ready("bob");
            post(centre, letter("a2", LIN));
            assertEquals(id, centre.offer("bob"));
        }
    }

    @Test
    default void filesAreKeptSealedAndOpenedOnlyThroughTheirMessage(@TempDir Path home) throws IOException {
        try (Centre centre = new Centre(home, database(home))) {
            byte[] bytes = "附件的内容".repeat(40_000).getBytes(StandardCharsets.UTF_8);
            Enclosure file = new Enclosure(
                    Attachment.Role.FILE, "账单.pdf", "application/pdf", () -> new ByteArrayInputStream(bytes));
            Posted posted = post(centre, letter("a1", LIN, "service", Optional.empty(), List.of(), List.of(file)));
            Attachment kept = centre.core
                    .interactions()
                    .messages(Scope.system(), posted.interaction())
                    .get(0)
                    .attachments()
                    .get(0);
            assertEquals(Optional.of("账单.pdf"), kept.name());
            assertEquals(bytes.length, kept.size());
            try (InputStream opened = centre.core
                    .interactions()
                    .attachment(Scope.system(), posted.interaction(), kept.id())
                    .orElseThrow()) {
                assertEquals(
                        new String(bytes, StandardCharsets.UTF_8),
                        new String(opened.readAllBytes(), StandardCharsets.UTF_8));
            }
            InteractionId other = post(centre, letter("b1", WANG)).interaction();
            assertTrue(centre.core
                    .interactions()
                    .attachment(Scope.system(), other, kept.id())
                    .isEmpty());
        }
    }

    @Test
    default void anUnknownQueueRefusesTheLetterAndNamesIt(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            Letter letter = letter("a1", LIN, "nowhere", Optional.empty(), List.of(), List.of());
            CompletableFuture<Posted> posting = posting(centre, letter);
            CompletionException failure = assertThrows(CompletionException.class, posting::join);
            assertInstanceOf(LetterRefused.class, failure.getCause());
            assertTrue(failure.getCause().getMessage().contains("nowhere"));
        }
    }

    @Test
    default void whatAnAgentBeginsIsOnHisDeskAndTheAnswerComesBackToIt(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            centre.does("alice", writeTo("service"));
            InteractionId id = centre.desk("alice").assignments().get(0).interaction();
            assertEquals(Direction.OUTBOUND, centre.interaction(id).contact().direction());
            assertEquals(InteractionState.CONNECTED, centre.interaction(id).state());
            assertEquals(id, post(centre, letter("a1", LIN)).interaction());
        }
    }

    @Test
    default void aNoticeOfARouteIsOverAtOnceAndAnAnswerGoesOnWithItsConversation(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            CommandResult.Done done = (CommandResult.Done) centre.commands
                    .execute(new Actor.Part("route:crm"), writeTo("service"), "")
                    .toCompletableFuture()
                    .join();
            InteractionId id = InteractionId.parse((String) done.result().get("interaction"));
            assertEquals(InteractionState.CLOSED, centre.interaction(id).state());
            assertEquals(
                    done.result().get("conversation"),
                    post(centre, letter("a1", LIN)).conversation().toString());
        }
    }

    private static OutboundCommand.WriteTo writeTo(String queue) {
        return new OutboundCommand.WriteTo(
                TextChannel.SMS,
                Optional.empty(),
                Address.parse(LIN),
                new QueueId(queue),
                Optional.empty(),
                "您的银行卡即将到期",
                List.of());
    }

    @Test
    default void notesAreSeenInsideAndByNobodyElse(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Customer visitor = centre.arrives("service", "c1", List.of(Centre.says("m1", "hi")));
            InteractionId id = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.AddNote(id, "angry, be gentle"));
            Note note = centre.core.interactions().notes(Scope.system(), id).get(0);
            assertEquals("angry, be gentle", note.text());
            assertTrue(visitor.heard.isEmpty());
            assertInstanceOf(
                    CommandResult.Refused.class, centre.does("bob", new InteractionCommand.AddNote(id, "not mine")));
        }
    }

    @Test
    default void aChatIsAnsweredBySmsWhereTheCustomerIsNot(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Customer visitor = centre.arrives("service", "c1", List.of(Centre.says("m1", "hi")));
            InteractionId id = accepted(centre, "alice");
            var way = new InteractionCommand.OtherWay(TextChannel.SMS, Address.parse(LIN), Optional.empty());
            centre.does("alice", new InteractionCommand.SendMessage(id, "by SMS", Optional.of(way), List.of()));
            assertTrue(visitor.heard.isEmpty());
            Message sent =
                    centre.core.interactions().messages(Scope.system(), id).get(1);
            assertEquals(TextChannel.SMS, sent.way().channel());
            Centre.until(centre::correspondentsKnown);
            assertEquals(id, post(centre, letter("a1", LIN)).interaction());
        }
    }

    @Test
    default void anAnswerGoesToTheConversationThatWroteToItsSenderLast(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            post(centre, letter("a1", LIN));
            InteractionId first = accepted(centre, "alice");
            centre.does("alice", new InteractionCommand.CompleteAssignment(first, Optional.of("other"), ""));
            centre.arrives("service", "c1", List.of(Centre.says("m1", "hi")));
            InteractionId chat = accepted(centre, "alice");
            var way = new InteractionCommand.OtherWay(TextChannel.SMS, Address.parse(LIN), Optional.empty());
            centre.does("alice", new InteractionCommand.SendMessage(chat, "by SMS", Optional.of(way), List.of()));
            Centre.until(() -> centre.conversationsWith() == 2);
            assertEquals(chat, post(centre, letter("a2", LIN)).interaction());
        }
    }
}
