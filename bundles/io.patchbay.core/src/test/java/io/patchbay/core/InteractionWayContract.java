// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.spi.channel.ChannelSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of an interaction from arrival to close; the same on every database. */
interface InteractionWayContract {
    /** A fresh database; called once a test. */
    DataSource database(Path folder);

    private static InteractionCommand.AcceptAssignment accept(InteractionId id) {
        return new InteractionCommand.AcceptAssignment(id);
    }

    private static InteractionCommand.CompleteAssignment complete(InteractionId id, String code) {
        return new InteractionCommand.CompleteAssignment(id, Optional.of(code), "called about a card");
    }

    @Test
    default void aChatTravelsFromArrivalToClose(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Customer customer = centre.arrives("service", "c1", List.of(Centre.says("m1", "你好")));
            InteractionId id = centre.offer("alice");
            assertEquals(customer.id(), id);
            assertEquals(InteractionState.OFFERED, centre.interaction(id).state());
            assertInstanceOf(CommandResult.Done.class, centre.does("alice", accept(id)));
            assertEquals(List.of("alice"), customer.agents);
            centre.does("alice", new InteractionCommand.SendMessage(id, "您好，请讲"));
            assertEquals("您好，请讲", customer.heard.get(0).text());
            customer.signals(
                    new ChannelSignal.MessageDelivered(customer.heard.get(0).id()));
            centre.does("alice", new InteractionCommand.EndInteraction(id));
            customer.ended.join();
            assertEquals(InteractionState.WRAPUP, centre.interaction(id).state());
            centre.does("alice", complete(id, "enquiry"));
            var closed = centre.interaction(id);
            assertEquals(Optional.of(Outcome.HANDLED), closed.outcome());
            assertEquals(Optional.of("enquiry"), closed.assignments().get(0).disposition());
            List<Message> messages = centre.core.interactions().messages(Scope.system(), id);
            assertEquals(
                    List.of("你好", "您好，请讲"),
                    messages.stream().map(m -> m.text().orElseThrow()).toList());
            assertEquals(Message.Delivery.DELIVERED, messages.get(1).delivery());
            assertEquals(
                    "called about a card",
                    centre.core.interactions().notes(Scope.system(), id).get(0).text());
            assertEquals(0, centre.journal.firstAltered());
        }
    }

    @Test
    default void declinedOfferReturnsToItsOldPlaceAndGoesToSomebodyElse(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Customer first = centre.arrives("service", "c1");
            InteractionId id = centre.offer("alice");
            centre.does("alice", new InteractionCommand.DeclineAssignment(id));
            assertTrue(centre.desk("alice").offers().isEmpty());
            assertEquals(new Presence.Ready(), centre.desk("alice").state().presence());
            centre.arrives("loans", "c2").id();
            centre.ready("bob");
            assertEquals(first.id(), centre.offer("bob"));
            assertEquals(
                    Optional.of(Assignment.End.DECLINED),
                    centre.interaction(id).assignments().get(0).outcome());
        }
    }

    @Test
    default void aTransferByNameReachesEvenTheAgentWhoDeclined(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            centre.arrives("service", "c1");
            InteractionId id = centre.offer("alice");
            centre.does("alice", new InteractionCommand.DeclineAssignment(id));
            centre.ready("bob");
            centre.offer("bob");
            centre.does("bob", accept(id));
            var target = new InteractionCommand.Target.ToAgent(new AgentId("alice"));
            assertInstanceOf(
                    CommandResult.Done.class,
                    centre.does("bob", new InteractionCommand.TransferInteraction(id, target)));
            assertEquals(id, centre.offer("alice"));
            centre.does("alice", accept(id));
            assertEquals(InteractionState.CONNECTED, centre.interaction(id).state());
        }
    }

    @Test
    default void anOfferThatRunsOutMakesTheAgentNotReadyAndKeepsThePlace(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.settings.put(
                    DemoSettings.queue("service", Duration.ofSeconds(5), QueueSettings.WrapUp.Mode.OPTIONAL));
            centre.ready("alice");
            Customer customer = centre.arrives("service", "c1");
            centre.offer("alice");
            Centre.until(() ->
                    centre.desk("alice").state().presence().equals(new Presence.NotReady(Presence.NotReady.NO_ANSWER)));
            Centre.until(() -> centre.interaction(customer.id()).state() == InteractionState.WAITING);
            assertEquals(
                    Optional.of(Assignment.End.TIMED_OUT),
                    centre.interaction(customer.id()).assignments().get(0).outcome());
        }
    }

    @Test
    default void capacityIsNeverExceededAndTheNextInRankComesWhenThereIsRoom(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            List<Customer> customers = List.of(
                    centre.arrives("service", "c1"),
                    centre.arrives("service", "c2"),
                    centre.arrives("service", "c3"),
                    centre.arrives("service", "c4"));
            customers.forEach(Customer::id);
            centre.ready("alice");
            Centre.until(() -> centre.desk("alice").offers().size() == 3);
            customers.subList(0, 3).forEach(customer -> centre.does("alice", accept(customer.id())));
            assertTrue(centre.desk("alice").offers().isEmpty());
            centre.does("alice", complete(customers.get(0).id(), "other"));
            assertEquals(customers.get(3).id(), centre.offer("alice"));
        }
    }

    @Test
    default void aCustomerWhoLeavesBeforeAnAnswerIsAbandoned(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            Customer customer = centre.arrives("service", "c1");
            centre.offer("alice");
            customer.signals(new ChannelSignal.RemoteLeft("customer"));
            Centre.until(() -> centre.interaction(customer.id()).state() == InteractionState.CLOSED);
            assertEquals(
                    Optional.of(Outcome.ABANDONED),
                    centre.interaction(customer.id()).outcome());
            Centre.until(() -> centre.desk("alice").offers().isEmpty());
        }
    }

    @Test
    default void aTransferToAnotherQueueWaitsThereAndLeavesTheFirstAgentInWrapUp(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("bob");
            centre.arrives("service", "c1");
            InteractionId id = centre.offer("bob");
            centre.does("bob", accept(id));
            var target = new InteractionCommand.Target.ToQueue(new QueueId("loans"));
            centre.does("bob", new InteractionCommand.TransferInteraction(id, target));
            assertEquals(
                    new QueueId("loans"), centre.interaction(id).placement().queue());
            centre.ready("david");
            centre.offer("david");
            centre.does("david", accept(id));
            assertInstanceOf(CommandResult.Done.class, centre.does("bob", complete(id, "other")));
            assertEquals(InteractionState.CONNECTED, centre.interaction(id).state());
            centre.does("david", complete(id, "enquiry"));
            assertEquals(2, centre.interaction(id).assignments().size());
            assertEquals(InteractionState.CLOSED, centre.interaction(id).state());
        }
    }

    @Test
    default void aParkedContactUsesNoCapacityAndComesBackWhenTheCustomerWrites(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.settings.people.put(new io.patchbay.api.id.UserId("alice"), DemoSettings.of("alice", 1, "service"));
            centre.ready("alice");
            Customer first = centre.arrives("service", "c1");
            centre.does("alice", accept(centre.offer("alice")));
            Customer second = centre.arrives("service", "c2");
            second.id();
            centre.does("alice", new InteractionCommand.ParkAssignment(first.id()));
            assertEquals(second.id(), centre.offer("alice"));
            first.signals(Centre.says("m1", "还在吗"));
            Centre.until(() -> centre.interaction(first.id()).state() == InteractionState.CONNECTED);
        }
    }

    @Test
    default void theSameMessageTwiceIsAcknowledgedTwiceAndKeptOnce(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            Customer customer = centre.arrives("service", "c1", List.of(Centre.says("m1", "hello")));
            customer.id();
            customer.signals(Centre.says("m1", "hello"));
            Centre.until(() -> customer.acknowledged.size() == 2);
            assertEquals(
                    1,
                    centre.core
                            .interactions()
                            .messages(Scope.system(), customer.id())
                            .size());
        }
    }

    @Test
    default void declaredFactsAreKeptSealedWhereSensitiveAndOthersAreNotTaken(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            Customer customer = centre.arrives("service", "c1");
            InteractionId id = customer.id();
            customer.signals(new ChannelSignal.FactFound("chat.shoe-size", 43L));
            customer.signals(new ChannelSignal.FactFound("chat.page", "x".repeat(2000)));
            customer.signals(new ChannelSignal.FactFound("chat.page", "/loans"));
            customer.signals(new ChannelSignal.FactFound("chat.phone", "+8613800132046"));
            Centre.until(() -> centre.interaction(id).facts().size() == 2);
            assertEquals("/loans", centre.interaction(id).facts().get("chat.page"));
            assertEquals("+8613800132046", centre.interaction(id).facts().get("chat.phone"));
            assertFalse(centre.journal.of(List.of(id)).toString().contains("13800132046"));
        }
    }

    @Test
    default void theSameContactTwiceOpensOneInteraction(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            InteractionId first = centre.arrives("service", "c1").id();
            assertEquals(first, centre.arrives("service", "c1").id());
        }
    }

    @Test
    default void anUnknownQueueIsRefusedInWords(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            var problem = centre.arrives("nowhere", "c1").refused.join();
            assertEquals("unknown-queue", problem.code());
            assertTrue(problem.chinese().contains("nowhere"), problem.chinese());
        }
    }

    @Test
    default void wrongReasonsAndCodesAreRefusedByName(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            var fishing = new AgentCommand.ChangePresence(new AgentId("alice"), new Presence.NotReady("fishing"));
            var refused = assertInstanceOf(CommandResult.Refused.class, centre.does("alice", fishing));
            assertTrue(refused.problem().english().contains("fishing"));
            centre.ready("alice");
            centre.arrives("service", "c1");
            InteractionId id = centre.offer("alice");
            centre.does("alice", accept(id));
            assertInstanceOf(CommandResult.Refused.class, centre.does("alice", complete(id, "old")));
            assertInstanceOf(CommandResult.Refused.class, centre.does("bob", complete(id, "other")));
        }
    }

    @Test
    default void whomASupervisorSignsOutFinishesFirst(@TempDir Path home) {
        DataSource database = database(home);
        AgentId alice = new AgentId("alice");
        InteractionId id;
        try (Centre centre = new Centre(home, database)) {
            centre.ready("alice");
            centre.arrives("service", "c1");
            id = centre.offer("alice");
            centre.does("alice", accept(id));
            assertInstanceOf(CommandResult.Refused.class, centre.leaves("alice"));
            var out = new AgentCommand.ChangePresence(alice, new Presence.LoggedOut(), Optional.of("fire drill"));
            var wordless = new AgentCommand.ChangePresence(alice, new Presence.LoggedOut(), Optional.of(" "));
            var refused = assertInstanceOf(CommandResult.Refused.class, centre.does("susan", wordless));
            assertEquals("why-missing", refused.problem().code());
            assertInstanceOf(CommandResult.Done.class, centre.does("susan", out));
            AgentState state = centre.desk("alice").state();
            assertEquals(new Presence.NotReady(Presence.NotReady.LEAVING), state.presence());
            assertEquals(Optional.of(new Presence.LoggedOut()), state.next());
            assertEquals(Optional.of(new AgentState.SetBy(new UserId("susan"), "fire drill")), state.setBy());
        }
        try (Centre centre = new Centre(home, database)) { // it holds over a restart
            assertInstanceOf(CommandResult.Done.class, centre.does("alice", complete(id, "other")));
            assertEquals(new Presence.LoggedOut(), centre.desk("alice").state().presence());
        }
    }

    @Test
    default void aCommandWithTheSameKeyIsDoneOnceAlsoAfterARestart(@TempDir Path home) {
        DataSource database = database(home);
        String message;
        InteractionId id;
        try (Centre centre = new Centre(home, database)) {
            centre.ready("alice");
            Customer customer = centre.arrives("service", "c1");
            id = centre.offer("alice");
            centre.does("alice", accept(id));
            var send = new InteractionCommand.SendMessage(id, "once");
            var first = (CommandResult.Done) centre.does("alice", send, "k1");
            message = (String) first.result().get("message");
            assertEquals(first, centre.does("alice", send, "k1"));
            assertEquals(1, customer.heard.size());
        }
        try (Centre centre = new Centre(home, database)) {
            var again = centre.does("alice", new InteractionCommand.SendMessage(id, "once"), "k1");
            assertEquals(message, ((CommandResult.Done) again).result().get("message"));
            assertEquals(
                    1, centre.core.interactions().messages(Scope.system(), id).size());
        }
    }

    @Test
    default void aRestartKeepsPlacesWaitingTimesAndDesks(@TempDir Path home) {
        DataSource database = database(home);
        InteractionId held;
        InteractionId ringing;
        InteractionId waiting;
        java.time.Instant since;
        try (Centre centre = new Centre(home, database)) {
            centre.settings.people.put(new io.patchbay.api.id.UserId("alice"), DemoSettings.of("alice", 2, "service"));
            centre.ready("alice");
            held = centre.arrives("service", "c1").id();
            centre.offer("alice");
            centre.does("alice", accept(held));
            ringing = centre.arrives("service", "c2").id();
            centre.offer("alice");
            waiting = centre.arrives("service", "c3").id();
            Centre.until(() -> centre.interaction(waiting).times().queuedAt().isPresent());
            since = centre.interaction(waiting).times().queuedAt().orElseThrow();
        }
        try (Centre centre = new Centre(home, database)) {
            Centre.until(() -> centre.core.interactions().open(Scope.system()).size() == 3);
            assertEquals(InteractionState.CONNECTED, centre.interaction(held).state());
            Centre.until(() -> centre.desk("alice").assignments().size() == 1);
            assertEquals(held, centre.desk("alice").assignments().get(0).interaction());
            assertEquals(since, centre.interaction(waiting).times().queuedAt().orElseThrow());
            assertEquals(ringing, centre.offer("alice"));
            assertFalse(centre.interaction(held).number().isEmpty());
            centre.does("alice", accept(ringing));
            centre.does("alice", complete(held, "other"));
            assertEquals(0, centre.journal.firstAltered());
        }
    }

    @Test
    default void closedContactsAreFoundByWhatPeopleFilterBy(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.ready("alice");
            InteractionId id = centre.arrives("service", "c1").id();
            centre.offer("alice");
            centre.does("alice", accept(id));
            centre.does("alice", complete(id, "other"));
            var filter = InteractionFilter.newest(10);
            Centre.until(() ->
                    centre.core.interactions().list(Scope.system(), filter).size() == 1);
            Scope bob = centre.settings.scope(new io.patchbay.api.id.UserId("bob"));
            Scope alice = centre.settings.scope(new io.patchbay.api.id.UserId("alice"));
            assertTrue(centre.core.interactions().list(bob, filter).isEmpty());
            assertEquals(
                    id, centre.core.interactions().list(alice, filter).get(0).id());
        }
    }

    @Test
    default void aChangeThatJoinsTwoGroupsMovesWhatWaitsWithTheNextEpoch(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            centre.settings.put(DemoSettings.queue("wealth", Duration.ofSeconds(15), QueueSettings.WrapUp.Mode.NONE));
            centre.core.regroup();
            InteractionId id = centre.arrives("wealth", "c1").id();
            Centre.until(() -> centre.interaction(id).state() == InteractionState.WAITING);
            centre.settings.person("david", "loans", "wealth");
            centre.core.regroup();
            centre.ready("david");
            assertEquals(id, centre.offer("david"));
            long epoch = centre.journal.of(List.of(id)).stream()
                    .mapToLong(entry -> entry.epoch())
                    .max()
                    .orElseThrow();
            assertEquals(2, epoch);
        }
    }
}
