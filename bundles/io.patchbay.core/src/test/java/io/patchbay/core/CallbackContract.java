// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.core.CalledParties.Party;
import io.patchbay.spi.channel.ChannelSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers who keep their place to be called back; the same on every database. */
interface CallbackContract {
    String NUMBER = "+8613812342046";

    /** A fresh database; called once a test. */
    DataSource database(Path folder);

    private Centre centre(Path home, DataSource database) {
        Centre centre = new Centre(home, database);
        centre.settings.put(DemoSettings.callbacks("service", 2));
        return centre;
    }

    private static CommandResult asks(Centre centre, InteractionId id, String number) {
        return centre.does("susan", new InteractionCommand.AskCallback(id, Optional.of(number), Optional.empty()));
    }

    private static Customer waiting(Centre centre, String remoteId) {
        Customer caller = centre.calls("service", remoteId);
        Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.WAITING);
        return caller;
    }

    private static Customer asked(Centre centre) {
        Customer caller = waiting(centre, "call-1");
        assertThat(asks(centre, caller.id(), NUMBER)).isInstanceOf(CommandResult.Done.class);
        Centre.until(() -> caller.told.contains("taken"));
        caller.signals(new ChannelSignal.RemoteLeft("customer"));
        return caller;
    }

    private static Callback callback(Centre centre, InteractionId id) {
        return centre.interaction(id).placement().callback().orElseThrow();
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    @Test
    default void heKeepsHisPlaceIsDialledOnceAnAgentIsThereAndTalks(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer first = asked(centre);
            Instant since = centre.interaction(first.id()).times().queuedAt().orElseThrow();
            Customer second = waiting(centre, "call-2");
            centre.ready("alice");
            Party party = centre.called.rings("alice");
            assertThat(party.call.interaction()).isEqualTo(first.id());
            assertThat(second.devices).isEmpty();
            assertThat(centre.called.dials()).isZero();
            assertThat(centre.interaction(first.id()).times().queuedAt()).contains(since);
            party.dialsFor("alice");
            assertThat(callback(centre, first.id()).phase()).isEqualTo(Callback.Phase.DIALLING);
            party.signals(new ChannelSignal.PartyReached());
            Centre.until(() -> callback(centre, first.id()).phase() == Callback.Phase.TALKING);
            party.signals(new ChannelSignal.RemoteLeft("customer"));
            Centre.until(() -> centre.interaction(first.id()).state() == InteractionState.WRAPUP);
            centre.does("alice", new InteractionCommand.CompleteAssignment(first.id(), Optional.of("enquiry"), ""));
            assertThat(centre.interaction(first.id()).outcome()).contains(Outcome.HANDLED);
            assertThat(centre.called.dials()).isEqualTo(1);
        }
    }

    @Test
    default void whoCallsCanPressOneAfterTheOffer(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer caller = waiting(centre, "call-1");
            Centre.until(() -> caller.told.contains("offered"));
            caller.signals(new ChannelSignal.DigitPressed('1', Duration.ofMillis(100)));
            Centre.until(() -> caller.told.contains("refused")); // he came without a number
            assertThat(centre.interaction(caller.id()).placement().callback()).isEmpty();
        }
    }

    @Test
    default void askingTwiceIsRefusedAndNamesTheFirst(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer first = asked(centre);
            String number = centre.interaction(first.id()).number();
            assertThat(code(asks(centre, first.id(), NUMBER))).isEqualTo("callback-exists");
            Customer other = waiting(centre, "call-2");
            CommandResult again = asks(centre, other.id(), NUMBER);
            assertThat(((CommandResult.Refused) again).problem().english()).contains(number);
        }
    }

    @Test
    default void aNumberThatMustNotBeCalledIsRefused(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer caller = waiting(centre, "call-1");
            assertThat(code(asks(centre, caller.id(), "+900123456"))).isEqualTo("number-refused");
            centre.settings.put(DemoSettings.queue(
                    "service", Duration.ofSeconds(15), io.patchbay.api.queue.QueueSettings.WrapUp.Mode.OPTIONAL));
            assertThat(code(asks(centre, caller.id(), NUMBER))).isEqualTo("callback-not-offered");
            assertThat(code(centre.does(
                            "alice",
                            new InteractionCommand.AskCallback(caller.id(), Optional.of(NUMBER), Optional.empty()))))
                    .isEqualTo("not-yours");
        }
    }

    @Test
    default void whoIsNotReachedIsTriedAgainByTheRuleAndThenGivenUp(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer caller = asked(centre);
            centre.ready("alice");
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.PartyNotReached("no-answer"));
            Centre.until(() -> callback(centre, caller.id()).due().isPresent());
            assertThat(callback(centre, caller.id()).due().orElseThrow())
                    .isAfter(Instant.now().plusSeconds(30));
            assertThat(centre.interaction(caller.id()).assignments().get(0).outcome())
                    .contains(Assignment.End.NOT_REACHED);
            assertThat(centre.desk("alice").state().presence()).isEqualTo(new Presence.Ready());
            centre.does(
                    "susan",
                    new InteractionCommand.MoveCallback(
                            caller.id(), Instant.now().plusMillis(300)));
            Party again = centre.called.rings("alice");
            again.dialsFor("alice");
            again.signals(new ChannelSignal.PartyNotReached("busy"));
            Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.CLOSED);
            assertThat(centre.interaction(caller.id()).outcome()).contains(Outcome.ABANDONED);
            assertThat(centre.called.dials()).isEqualTo(2);
        }
    }

    @Test
    default void anAgentWhoGoesWhileItRingsEndsThatCallAndTheCustomerKeepsHisPlace(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer caller = asked(centre);
            Optional<Instant> since = centre.interaction(caller.id()).times().queuedAt();
            centre.ready("alice");
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.AgentHungUp(new AgentId("alice")));
            Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.WAITING);
            assertThat(centre.interaction(caller.id()).times().queuedAt()).isEqualTo(since);
            party.signals(new ChannelSignal.PartyReached());
            assertThat(callback(centre, caller.id()).attempts()).isEqualTo(1);
        }
    }

    @Test
    default void anAgentWhoHangsUpAtHisDeskWhileItRingsLeavesTheCustomerHisPlace(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer caller = asked(centre);
            centre.ready("alice");
            centre.called.rings("alice").dialsFor("alice");
            var target = new InteractionCommand.Target.ToQueue(new io.patchbay.api.id.QueueId("loans"));
            assertThat(code(centre.does("alice", new InteractionCommand.TransferInteraction(caller.id(), target))))
                    .isEqualTo("wrong-state");
            assertThat(centre.does("alice", new InteractionCommand.EndInteraction(caller.id())))
                    .isInstanceOf(CommandResult.Done.class);
            assertThat(centre.interaction(caller.id()).state()).isEqualTo(InteractionState.WAITING);
            assertThat(callback(centre, caller.id()).attempts()).isEqualTo(1);
        }
    }

    @Test
    default void heMovesItAndTakesItBack(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer caller = asked(centre);
            Instant later = Instant.now().plus(Duration.ofHours(2));
            assertThat(centre.does("susan", new InteractionCommand.MoveCallback(caller.id(), later)))
                    .isInstanceOf(CommandResult.Done.class);
            centre.ready("alice");
            Customer other = waiting2(centre);
            Centre.until(() -> other.devices.contains("ring alice"));
            assertThat(code(centre.does(
                            "susan",
                            new InteractionCommand.MoveCallback(
                                    caller.id(), Instant.now().minusSeconds(60)))))
                    .isEqualTo("callback-moment");
            centre.does("susan", new InteractionCommand.CancelCallback(caller.id()));
            assertThat(centre.interaction(caller.id()).outcome()).contains(Outcome.ABANDONED);
            Customer anew = asked2(centre);
            assertThat(callback(centre, anew.id()).phase()).isEqualTo(Callback.Phase.WAITING);
        }
    }

    private static Customer waiting2(Centre centre) {
        return centre.calls("service", "call-2");
    }

    private static Customer asked2(Centre centre) {
        Customer caller = waiting(centre, "call-3");
        assertThat(asks(centre, caller.id(), NUMBER)).isInstanceOf(CommandResult.Done.class);
        return caller;
    }

    @Test
    default void whoWritesAsksWithAWordAndIsOfferedLikeACall(@TempDir Path home) {
        try (Centre centre = centre(home, database(home))) {
            Customer chat = centre.arrives("service", "chat-1", List.of(Centre.says("m1", "hello")));
            Centre.until(() -> centre.interaction(chat.id()).state() == InteractionState.WAITING);
            chat.signals(Centre.says("m2", "callback " + NUMBER));
            Centre.until(() -> !chat.heard.isEmpty());
            assertThat(chat.heard.get(0).text()).contains("****");
            assertThat(centre.interaction(chat.id()).contact().kind()).isEqualTo(Phones.CALL);
            chat.signals(Centre.says("m3", "回电"));
            Centre.until(() -> chat.heard.size() == 2);
            assertThat(chat.heard.get(1).text())
                    .contains(centre.interaction(chat.id()).number());
            chat.signals(new ChannelSignal.RemoteLeft("customer"));
            centre.ready("alice");
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.PartyReached());
            Centre.until(() -> callback(centre, chat.id()).phase() == Callback.Phase.TALKING);
            Interaction talk = centre.interaction(chat.id());
            assertThat(talk.state()).isEqualTo(InteractionState.CONNECTED);
            assertThat(centre.core.interactions().messages(io.patchbay.api.access.Scope.system(), chat.id()))
                    .hasSize(5);
        }
    }

    @Test
    default void aRestartKeepsItAndItsPlace(@TempDir Path home) {
        DataSource database = database(home);
        InteractionId id;
        Optional<Instant> since;
        try (Centre centre = centre(home, database)) {
            id = asked(centre).id();
            since = centre.interaction(id).times().queuedAt();
        }
        try (Centre centre = centre(home, database)) {
            centre.ready("alice");
            Party party = centre.called.rings("alice");
            assertThat(party.call.interaction()).isEqualTo(id);
            assertThat(party.call.to().e164()).isEqualTo(NUMBER);
            assertThat(centre.interaction(id).times().queuedAt()).isEqualTo(since);
            Customer other = waiting(centre, "call-9");
            assertThat(code(asks(centre, other.id(), NUMBER))).isEqualTo("callback-exists");
        }
    }
}
