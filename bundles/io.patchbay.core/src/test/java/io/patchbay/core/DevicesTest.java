// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts whose agents answer at a device of their own, and the sound that is kept of them. */
class DevicesTest {
    private static final AgentId ALICE = new AgentId("alice");

    @TempDir
    Path home;

    private Centre centre;

    @BeforeEach
    void open() {
        centre = new Centre(home, TestDatabases.memory());
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private Interaction interaction(Customer caller) {
        return centre.interaction(caller.id());
    }

    private InteractionState state(Customer caller) {
        return interaction(caller).state();
    }

    private Customer ringing() {
        centre.ready("alice");
        Customer caller = centre.calls("service", "call-1");
        Centre.until(() -> caller.devices.contains("ring alice"));
        return caller;
    }

    private Customer talking() {
        Customer caller = ringing();
        caller.signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> caller.agents.contains("alice"));
        return caller;
    }

    @Test
    void answeringTheDeviceAccepts() {
        Customer caller = talking();
        assertThat(state(caller)).isEqualTo(InteractionState.CONNECTED);
    }

    private Customer resumed(Customer before) {
        Customer again = new Customer(true);
        again.sink(centre.core.intake().resume(before.id(), again).orElseThrow());
        assertThat(again.id()).isEqualTo(before.id());
        return again;
    }

    @Test
    void aChannelThatTakesARingingContactUpRingsAgainForTheSameOffer() {
        Customer caller = resumed(ringing());
        Centre.until(() -> caller.devices.contains("ring alice"));
        caller.signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> caller.agents.contains("alice"));
        assertThat(interaction(caller).assignments()).hasSize(1);
    }

    @Test
    void aChannelThatTakesATalkUpIsToldWhoHearsWhom() {
        Customer before = talking();
        centre.does("alice", new CallCommand.Hold(before.id()));
        Customer caller = resumed(before);
        Centre.until(() -> caller.agents.contains("alice"));
        Centre.until(() -> caller.conference.arranged.equals("customer held, staff:alice talking"));
        assertThat(caller.devices).isEmpty();
    }

    @Test
    void aChannelThatWasAwayAsTheContactEndedLetsTheCallerGo() {
        Customer before = talking();
        centre.does("alice", new InteractionCommand.EndInteraction(before.id()));
        Centre.until(() -> interaction(before).state() == InteractionState.WRAPUP);
        Customer caller = resumed(before);
        Centre.until(caller.ended::isDone);
        assertThat(caller.agents).isEmpty();
    }

    @Test
    void aChannelThatWasAwayAsTheAgentWasTakenOffLetsHisPhoneGo() {
        Customer before = talking();
        before.signals(new ChannelSignal.AgentLost(ALICE, "no sound"));
        Centre.until(() -> state(before) == InteractionState.WAITING);
        Customer caller = resumed(before);
        Centre.until(() -> caller.devices.contains("away alice"));
        assertThat(caller.ended).isNotDone();
    }

    @Test
    void acceptingAtTheDeskOnlyAsksTheDevice() {
        Customer caller = ringing();
        CommandResult result = centre.does("alice", new InteractionCommand.AcceptAssignment(caller.id()));
        assertThat(result).isInstanceOfSatisfying(CommandResult.Done.class, done -> assertThat(done.result())
                .containsEntry("device", "asked"));
        assertThat(caller.devices).containsExactly("ring alice", "answer alice");
        assertThat(state(caller)).isEqualTo(InteractionState.OFFERED);
    }

    @Test
    void decliningAtTheDeskStopsTheRing() {
        Customer caller = ringing();
        centre.does("alice", new InteractionCommand.DeclineAssignment(caller.id()));
        assertThat(caller.devices).contains("stop alice");
    }

    @Test
    void decliningAtTheDeviceSendsItBackAndTheAgentStaysReady() {
        Customer caller = ringing();
        caller.signals(new ChannelSignal.AgentDeclined(ALICE));
        Centre.until(() -> state(caller) == InteractionState.WAITING);
        assertThat(interaction(caller).assignments().get(0).outcome()).contains(Assignment.End.DECLINED);
        assertThat(centre.desk("alice").state().presence()).isEqualTo(new Presence.Ready());
    }

    @Test
    void anUnreachableDeviceSendsItToTheNextAgent() {
        Customer caller = ringing();
        centre.phones.pullOut("alice");
        caller.signals(new ChannelSignal.AgentUnreachable(ALICE, "408"));
        centre.ready("bob");
        Centre.until(() -> caller.devices.contains("ring bob"));
    }

    @Test
    void aDeviceThatCannotBeRungIsNotRungAgainAtOnceThoughItsChannelStillReachesIt() {
        Customer caller = ringing();
        caller.signals(new ChannelSignal.AgentUnreachable(ALICE, "no port left"));
        Centre.until(() -> state(caller) == InteractionState.WAITING);
        centre.ready("bob");
        Centre.until(() -> caller.devices.contains("ring bob"));
        assertThat(caller.devices.stream().filter("ring alice"::equals)).hasSize(1);
    }

    @Test
    void withoutADeviceThereAreNoOffersOfItsKindButOthersGoOn() {
        centre.phones.pullOut("alice");
        centre.ready("alice");
        Customer caller = centre.calls("service", "call-1");
        centre.arrives("service", "chat-1");
        InteractionId rings = centre.offer("alice");
        assertThat(rings).isNotEqualTo(caller.id());
        assertThat(centre.desk("alice").state().unreachable()).containsExactly(Phones.CALL);
        centre.phones.plugIn("alice");
        Centre.until(() -> caller.devices.contains("ring alice"));
    }

    @Test
    void anAnswerThatComesTooLateIsHungUp() {
        Customer caller = ringing();
        centre.does("alice", new InteractionCommand.DeclineAssignment(caller.id()));
        caller.signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> caller.devices.stream().filter("stop alice"::equals).count() == 2);
        assertThat(state(caller)).isEqualTo(InteractionState.WAITING);
    }

    @Test
    void hangingTheDeviceUpEndsTheContact() {
        Customer caller = talking();
        caller.signals(new ChannelSignal.AgentHungUp(ALICE));
        caller.ended.join();
        assertThat(state(caller)).isEqualTo(InteractionState.WRAPUP);
    }

    @Test
    void aLostDeviceSendsTheRemoteSideBackToItsOldPlace() {
        Customer caller = talking();
        var place = interaction(caller).times().queuedAt();
        centre.phones.pullOut("alice");
        caller.signals(new ChannelSignal.AgentLost(ALICE, "no sound"));
        Centre.until(() -> state(caller) == InteractionState.WAITING);
        assertThat(interaction(caller).times().queuedAt()).isEqualTo(place);
        Centre.until(() -> caller.devices.contains("away alice"));
        assertThat(centre.desk("alice").assignments()).hasSize(1);
    }

    @Test
    void aTransferTakesTheAgentsDeviceAway() {
        Customer caller = talking();
        centre.does(
                "alice",
                new InteractionCommand.TransferInteraction(
                        caller.id(), new InteractionCommand.Target.ToQueue(new io.patchbay.api.id.QueueId("loans"))));
        Centre.until(() -> caller.devices.contains("away alice"));
    }

    @Test
    void anInteractionClosesOnlyWhenItsSoundIsSafe() {
        Customer caller = talking();
        RecordingId sound = RecordingId.at(1);
        caller.signals(new ChannelSignal.RecordingBegan(sound));
        caller.signals(new ChannelSignal.RemoteLeft("customer"));
        Centre.until(() -> state(caller) == InteractionState.WRAPUP);
        centre.does("alice", new InteractionCommand.CompleteAssignment(caller.id(), Optional.of("enquiry"), ""));
        assertThat(state(caller)).isEqualTo(InteractionState.WRAPUP);
        caller.signals(new ChannelSignal.RecordingEnded(sound, 3, "00", true));
        Centre.until(() -> state(caller) == InteractionState.CLOSED);
        assertThat(interaction(caller).recordings()).singleElement().satisfies(part -> assertThat(part.endedAt())
                .isPresent());
    }

    @Test
    void whatAFaultCutOffClosesAsFailed() {
        Customer caller = ringing();
        caller.signals(new ChannelSignal.Failed("restart"));
        Centre.until(() -> state(caller) == InteractionState.CLOSED);
        assertThat(interaction(caller).outcome()).contains(Outcome.FAILED);
    }
}
