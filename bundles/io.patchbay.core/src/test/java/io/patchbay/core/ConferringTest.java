// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of the telephone, as agents, colleagues and supervisors give them. */
class ConferringTest {
    private static final AgentId ALICE = new AgentId("alice");
    private static final AgentId BOB = new AgentId("bob");
    private static final PartyId BOBS = PartyId.of(BOB);
    private static final PartyId SUSANS = PartyId.of(new AgentId("susan"));

    @TempDir
    Path home;

    private Centre centre;
    private Customer caller;

    @BeforeEach
    void open() {
        centre = new Centre(home, TestDatabases.memory());
        centre.ready("alice");
        caller = centre.calls("service", "call-1");
        Centre.until(() -> caller.devices.contains("ring alice"));
        caller.signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> caller.agents.contains("alice"));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private CommandResult consults(String whom) {
        return centre.does(
                "alice",
                new CallCommand.Consult(
                        caller.id(), new CallCommand.Target.Colleague(new AgentId(whom)), "wants her limit raised"));
    }

    private void arranged(String all) {
        Centre.until(() -> caller.conference.arranged.equals(all));
    }

    private Interaction contact() {
        return centre.interaction(caller.id());
    }

    private List<AgentDesk.Participation> visits(String user) {
        return centre.desk(user).guest();
    }

    private static void refused(CommandResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, no -> assertThat(
                        no.problem().code())
                .isEqualTo(code));
    }

    private void bobTalksWithAlice() {
        consults("bob");
        caller.signals(new ChannelSignal.GuestAnswered(BOBS));
        arranged("customer held, staff:alice talking, staff:bob talking");
    }

    @Test
    void holdAndResumeAreTheCustomersManner() {
        centre.does("alice", new CallCommand.Hold(caller.id()));
        arranged("customer held, staff:alice talking");
        centre.does("alice", new CallCommand.Resume(caller.id()));
        arranged("customer talking, staff:alice talking");
    }

    @Test
    void holdingAtTheDeviceIsTheSame() {
        caller.signals(new ChannelSignal.DeviceHolds(ALICE, true));
        arranged("customer held, staff:alice talking");
        caller.signals(new ChannelSignal.DeviceHolds(ALICE, false));
        arranged("customer talking, staff:alice talking");
    }

    @Test
    void mutingIsHisOwnAndStaysThroughHold() {
        centre.does("alice", new CallCommand.Mute(caller.id(), true));
        centre.does("alice", new CallCommand.Hold(caller.id()));
        arranged("customer held, staff:alice talking muted");
    }

    @Test
    void keysGoOutWithoutBeingWrittenDown() {
        centre.does("alice", new CallCommand.Press(caller.id(), "12#"));
        Centre.until(() -> caller.conference.told.contains("press 12#"));
    }

    @Test
    void whoIsNotInTheCallSaysNothingInIt() {
        refused(centre.does("bob", new CallCommand.Hold(caller.id())), "not-yours");
    }

    @Test
    void aColleagueIsRungWithTheNoteWhileTheCustomerIsHeld() {
        consults("bob");
        arranged("customer held, staff:alice talking, staff:bob ringing");
        Centre.until(() -> caller.conference.told.contains("ring bob"));
        assertThat(visits("bob")).singleElement().satisfies(visit -> {
            assertThat(visit.note()).isEqualTo("wants her limit raised");
            assertThat(visit.by()).contains(ALICE);
        });
    }

    @Test
    void whoIsCalledInIsOfferedNoOtherCall() {
        centre.ready("bob");
        consults("bob");
        Customer next = centre.calls("service", "call-2");
        centre.ready("carol");
        Centre.until(() -> next.devices.contains("ring carol"));
        assertThat(next.devices).doesNotContain("ring bob");
    }

    @Test
    void whoDoesNotComeBringsTheCustomerBack() {
        consults("bob");
        caller.signals(new ChannelSignal.GuestLeft(BOBS, "busy"));
        arranged("customer talking, staff:alice talking");
        Centre.until(() -> visits("bob").isEmpty());
    }

    @Test
    void swapReturnAndConference() {
        bobTalksWithAlice();
        centre.does("alice", new CallCommand.Swap(caller.id()));
        arranged("customer talking, staff:alice talking, staff:bob held");
        centre.does("alice", new CallCommand.Swap(caller.id()));
        arranged("customer held, staff:alice talking, staff:bob talking");
        centre.does("alice", new CallCommand.Confer(caller.id()));
        arranged("customer talking, staff:alice talking, staff:bob talking");
        centre.does("alice", new CallCommand.Release(caller.id(), BOBS));
        arranged("customer talking, staff:alice talking");
    }

    @Test
    void whoAnswersWhenTheAgentIsBackWaits() {
        consults("bob");
        centre.does("alice", new CallCommand.Resume(caller.id()));
        caller.signals(new ChannelSignal.GuestAnswered(BOBS));
        arranged("customer talking, staff:alice talking, staff:bob held");
    }

    @Test
    void completedItIsTheColleaguesContact() {
        bobTalksWithAlice();
        centre.does("alice", new CallCommand.Complete(caller.id(), BOBS));
        arranged("customer talking, staff:bob talking");
        assertThat(caller.conference.told).contains("takes bob");
        Centre.until(() ->
                centre.desk("bob").assignments().size() == 1 && visits("bob").isEmpty());
        assertThat(centre.desk("alice").assignments()).singleElement().satisfies(part -> assertThat(part.phase())
                .isEqualTo(AgentDesk.Phase.WRAP_UP));
        assertThat(contact().state()).isEqualTo(InteractionState.CONNECTED);
    }

    @Test
    void aTransferIsTheColleaguesAsSoonAsHeAnswers() {
        centre.does(
                "alice",
                new CallCommand.Transfer(caller.id(), new CallCommand.Target.Colleague(BOB), "has all papers"));
        arranged("customer held, staff:alice talking, staff:bob ringing");
        caller.signals(new ChannelSignal.GuestAnswered(BOBS));
        arranged("customer talking, staff:bob talking");
        Centre.until(() -> centre.desk("bob").assignments().size() == 1);
    }

    @Test
    void aTransferNobodyTakesComesBackAndIsNoLongerWished() {
        centre.does("alice", new CallCommand.Transfer(caller.id(), new CallCommand.Target.Colleague(BOB), ""));
        caller.signals(new ChannelSignal.GuestLeft(BOBS, "no-answer"));
        arranged("customer talking, staff:alice talking");
        bobTalksWithAlice();
    }

    @Test
    void theTransferKeyOfAPhoneDoesTheSame() {
        caller.signals(new ChannelSignal.DeviceTransfers(ALICE, "+8613912345678"));
        Centre.until(() -> caller.conference.told.contains("dial +8613912345678"));
        caller.signals(new ChannelSignal.GuestAnswered(PartyId.outside(1)));
        arranged("customer talking, outside:1 talking");
    }

    @Test
    void whoHangsUpInAConferenceLeavesTheOthersTogether() {
        bobTalksWithAlice();
        centre.does("alice", new CallCommand.Confer(caller.id()));
        caller.signals(new ChannelSignal.AgentHungUp(ALICE));
        arranged("customer talking, staff:bob talking");
        assertThat(caller.ended).isNotDone();
    }

    @Test
    void whoStillRingsCannotBeLeftWithTheCustomer() {
        consults("bob");
        refused(centre.does("alice", new CallCommand.Complete(caller.id(), BOBS)), "still-rings");
    }

    @Test
    void anOutsiderIsCalledByNumberAndMayKeepTheCustomer() {
        centre.does(
                "alice", new CallCommand.Consult(caller.id(), new CallCommand.Target.Dialled("+8613912345678"), ""));
        PartyId outsider = PartyId.outside(1);
        Centre.until(() -> caller.conference.told.contains("dial +8613912345678"));
        caller.signals(new ChannelSignal.GuestAnswered(outsider));
        arranged("customer held, staff:alice talking, outside:1 talking");
        centre.does("alice", new CallCommand.Complete(caller.id(), outsider));
        arranged("customer talking, outside:1 talking");
        assertThat(contact().state()).isEqualTo(InteractionState.CONNECTED);
        caller.signals(new ChannelSignal.GuestLeft(outsider, "left"));
        caller.ended.join();
    }

    @Test
    void aNumberThatMayNotBeCalledIsRefusedInWords() {
        refused(
                centre.does("alice", new CallCommand.Consult(caller.id(), new CallCommand.Target.Dialled("0190"), "")),
                "number-refused");
        assertThat(contact().participants()).hasSize(2);
    }

    @Test
    void aTransferToAQueueLetsGuestsGo() {
        bobTalksWithAlice();
        centre.does(
                "alice",
                new InteractionCommand.TransferInteraction(
                        caller.id(), new InteractionCommand.Target.ToQueue(new QueueId("loans"))));
        Centre.until(() -> caller.conference.told.contains("release staff:bob"));
        Centre.until(() -> visits("bob").isEmpty());
    }

    @Test
    void theCustomersEndLetsGuestsGo() {
        bobTalksWithAlice();
        caller.signals(new ChannelSignal.RemoteLeft("customer"));
        Centre.until(() -> visits("bob").isEmpty());
        assertThat(contact().participants()).isEmpty();
    }

    // ---- supervisors ----

    private void susanListens() {
        centre.does("susan", new SuperviseCommand.Listen(caller.id(), "training"));
        Centre.until(() -> caller.conference.told.contains("ring susan by itself"));
        caller.signals(new ChannelSignal.GuestAnswered(SUSANS));
        arranged("customer talking, staff:alice talking, staff:susan listening");
    }

    @Test
    void aSupervisorListensWhispersAndBargesIn() {
        susanListens();
        centre.does("susan", new SuperviseCommand.Whisper(caller.id(), "help with the rate"));
        arranged("customer talking, staff:alice talking, staff:susan whispering");
        centre.does("susan", new SuperviseCommand.Barge(caller.id(), "he is lost"));
        arranged("customer talking, staff:alice talking, staff:susan talking");
        centre.does("susan", new SuperviseCommand.Stop(caller.id()));
        arranged("customer talking, staff:alice talking");
    }

    @Test
    void aSupervisorWhoIsThereTakesOver() {
        susanListens();
        centre.does("susan", new SuperviseCommand.TakeOver(caller.id(), "complaint"));
        arranged("customer talking, staff:susan talking");
        Centre.until(() -> centre.desk("susan").assignments().size() == 1);
    }

    @Test
    void aSupervisorTakesOverAsSoonAsHisPhoneAnswers() {
        centre.does("susan", new SuperviseCommand.TakeOver(caller.id(), "complaint"));
        Centre.until(() -> caller.conference.told.contains("ring susan by itself"));
        caller.signals(new ChannelSignal.GuestAnswered(SUSANS));
        arranged("customer talking, staff:susan talking");
    }

    @Test
    void onlySupervisorsSupervise() {
        refused(centre.does("bob", new SuperviseCommand.Listen(caller.id(), "curious")), "forbidden");
    }

    @Test
    void aChatIsTakenOverWithoutAPhone() {
        centre.ready("bob");
        Customer visitor = centre.arrives("service", "chat-1");
        Centre.until(() -> !centre.desk("bob").offers().isEmpty());
        centre.does("bob", new InteractionCommand.AcceptAssignment(visitor.id()));
        assertThat(centre.does("susan", new SuperviseCommand.TakeOver(visitor.id(), "complaint")))
                .isInstanceOf(CommandResult.Done.class);
        Centre.until(() -> visitor.agents.contains("susan"));
        assertThat(centre.interaction(visitor.id()).assignments())
                .extracting(part -> part.agent().value())
                .containsExactly("bob", "susan");
    }

    @Test
    void inAChatASupervisorWritesToTheAgentAndToTheCustomerOnlyOnceHeHasBargedIn() {
        centre.ready("bob");
        Customer visitor = centre.arrives("service", "chat-1");
        Centre.until(() -> !centre.desk("bob").offers().isEmpty());
        centre.does("bob", new InteractionCommand.AcceptAssignment(visitor.id()));
        var hello = new InteractionCommand.SendMessage(visitor.id(), "I am the manager");
        refused(centre.does("susan", hello), "not-yours");
        centre.does("susan", new SuperviseCommand.Listen(visitor.id(), "training"));
        refused(centre.does("susan", hello), "not-yours");
        centre.does("susan", new SuperviseCommand.Whisper(visitor.id(), "the rate"));
        refused(centre.does("susan", hello), "not-yours");
        assertThat(centre.does("susan", new InteractionCommand.AddNote(visitor.id(), "ask for the date")))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(visitor.heard).isEmpty();
        centre.does("susan", new SuperviseCommand.Barge(visitor.id(), "he is lost"));
        assertThat(centre.does("susan", hello)).isInstanceOf(CommandResult.Done.class);
        Centre.until(() -> !visitor.heard.isEmpty());
        assertThat(visitor.heard).singleElement().matches(told -> told.text().equals("I am the manager"));
        centre.does("susan", new SuperviseCommand.Stop(visitor.id()));
        refused(centre.does("susan", hello), "not-yours");
    }
}
