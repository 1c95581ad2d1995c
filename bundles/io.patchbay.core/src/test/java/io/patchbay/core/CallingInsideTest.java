// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls between colleagues, without any customer. */
class CallingInsideTest {
    private static final AgentId ALICE = new AgentId("alice");
    private static final AgentId BOB = new AgentId("bob");
    private static final PartyId BOBS = PartyId.of(BOB);

    @TempDir
    Path home;

    private Centre centre;

    @BeforeEach
    void open() {
        centre = new Centre(home, TestDatabases.h2(home));
        centre.settings.extension("alice", "1001");
        centre.settings.extension("bob", "1002");
        centre.ready("alice");
        centre.ready("bob");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private InteractionId calls() {
        CommandResult result = centre.does("alice", new OutboundCommand.CallColleague(BOB));
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return InteractionId.parse(
                (String) ((CommandResult.Done) result).result().get("interaction"));
    }

    /** Alice's phone is picked up, Bob's rings. */
    private InteractionId rings() {
        InteractionId id = calls();
        line().signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> line().conference.told.contains("ring bob"));
        return id;
    }

    private InteractionId talk() {
        InteractionId id = rings();
        line().signals(new ChannelSignal.GuestAnswered(BOBS));
        Centre.until(() -> line().conference.arranged.equals("staff:alice talking, staff:bob talking"));
        return id;
    }

    private Customer line() {
        return centre.called.among.get(0);
    }

    private void isOver(InteractionId id, Outcome outcome) {
        Centre.until(() -> centre.interaction(id).state() == InteractionState.CLOSED);
        assertThat(centre.interaction(id).outcome()).contains(outcome);
        Centre.until(() -> free("alice") && free("bob"));
        Centre.until(() -> line().ended.isDone());
    }

    private boolean free(String user) {
        AgentDesk desk = centre.desk(user);
        return desk.assignments().isEmpty()
                && desk.guest().isEmpty()
                && desk.offers().isEmpty()
                && desk.state().load().idle()
                && desk.state().presence().equals(new Presence.Ready());
    }

    private static void refused(CommandResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, no -> assertThat(
                        no.problem().code())
                .isEqualTo(code));
    }

    @Test
    void hisOwnPhoneFirstThenTheColleaguesAndBothAreBusy() {
        InteractionId id = calls();
        Centre.until(() -> line().devices.contains("ring alice"));
        assertThat(line().conference.told).doesNotContain("ring bob");
        line().signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> line().conference.told.contains("ring bob"));
        Centre.until(() -> centre.desk("bob").guest().size() == 1);
        assertThat(centre.desk("bob").guest().get(0).by()).contains(ALICE);
        Customer caller = centre.calls("service", "call-1");
        centre.ready("carol");
        Centre.until(() -> caller.devices.contains("ring carol"));
        assertThat(caller.devices).doesNotContain("ring alice", "ring bob");
        line().signals(new ChannelSignal.GuestAnswered(BOBS));
        Centre.until(() -> line().conference.arranged.equals("staff:alice talking, staff:bob talking"));
        Interaction talked = centre.interaction(id);
        assertThat(talked.contact().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(talked.contact().name()).contains("bob");
        line().signals(new ChannelSignal.GuestLeft(BOBS, "left"));
        isOver(id, Outcome.HANDLED);
    }

    @Test
    void whoCallsEndsItTooByHisPhoneOrHisDesk() {
        InteractionId id = talk();
        line().signals(new ChannelSignal.AgentHungUp(ALICE));
        isOver(id, Outcome.HANDLED);
        centre.called.among.clear();
        InteractionId again = talk();
        centre.does("alice", new InteractionCommand.EndInteraction(again));
        isOver(again, Outcome.HANDLED);
    }

    @Test
    void aPhoneThatIsLostEndsItAndNobodyWaits() {
        InteractionId id = talk();
        line().signals(new ChannelSignal.AgentLost(ALICE, "no sound"));
        isOver(id, Outcome.HANDLED);
        assertThat(centre.interaction(id).times().queuedAt()).isEmpty();
    }

    @Test
    void aColleagueWhoDoesNotComeIsToldToWhoCalled() {
        InteractionId id = rings();
        line().signals(new ChannelSignal.GuestLeft(BOBS, "declined"));
        isOver(id, Outcome.UNREACHED);
        assertThat(centre.desk("alice").missed()).contains(new AgentDesk.Missed(BOBS, "declined"));
    }

    @Test
    void withoutHisOwnPhoneTheColleaguesDoesNotRing() {
        InteractionId id = calls();
        line().signals(new ChannelSignal.AgentDeclined(ALICE));
        isOver(id, Outcome.UNREACHED);
        assertThat(line().conference.told).isEmpty();
    }

    @Test
    void anExtensionIsAColleague() {
        assertThat(centre.does("alice", new OutboundCommand.Dial("1002", Optional.empty())))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(centre.called.parties).isEmpty();
        Centre.until(() -> line().devices.contains("ring alice"));
    }

    @Test
    void whoCannotBeCalledIsNamed() {
        refused(centre.does("alice", new OutboundCommand.CallColleague(ALICE)), "yourself");
        refused(centre.does("alice", new OutboundCommand.CallColleague(new AgentId("nobody"))), "unknown-agent");
        refused(centre.does("alice", new OutboundCommand.CallColleague(new AgentId("carol"))), "no-phone-there");
        centre.phones.pullOut("bob");
        refused(centre.does("alice", new OutboundCommand.CallColleague(BOB)), "no-phone-there");
        centre.phones.plugIn("bob");
        Customer caller = centre.calls("complaints", "call-1");
        assertThat(centre.offer("bob")).isEqualTo(caller.id());
        refused(centre.does("alice", new OutboundCommand.CallColleague(BOB)), "colleague-busy");
    }

    @Test
    void whatNeedsACustomerIsRefusedInWords() {
        InteractionId id = talk();
        refused(centre.does("alice", new CallCommand.Hold(id)), "among-colleagues");
        refused(
                centre.does(
                        "alice",
                        new CallCommand.Consult(id, new CallCommand.Target.Colleague(new AgentId("carol")), "")),
                "among-colleagues");
        refused(
                centre.does(
                        "alice",
                        new InteractionCommand.TransferInteraction(
                                id, new InteractionCommand.Target.ToQueue(new QueueId("loans")))),
                "among-colleagues");
        assertThat(centre.does("alice", new CallCommand.Mute(id, true))).isInstanceOf(CommandResult.Done.class);
        assertThat(centre.does("bob", new CallCommand.Leave(id))).isInstanceOf(CommandResult.Done.class);
        isOver(id, Outcome.HANDLED);
    }
}
