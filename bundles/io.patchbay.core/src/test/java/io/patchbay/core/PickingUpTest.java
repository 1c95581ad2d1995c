// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.PickUp;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A colleague's ringing call is taken by another agent. */
class PickingUpTest {
    private static final AgentId ALICE = new AgentId("alice");
    private static final AgentId BOB = new AgentId("bob");

    @TempDir
    Path home;

    private Centre centre;

    @BeforeEach
    void open() {
        centre = new Centre(home, TestDatabases.h2(home));
        centre.ready("alice");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    /** Rings at Alice's. */
    private Customer ringing() {
        Customer caller = centre.calls("service", "call-1");
        assertThat(centre.offer("alice")).isEqualTo(caller.id());
        assertThat(centre.desk("alice").state().ringing()).contains(new QueueId("service"));
        return caller;
    }

    private CommandResult picksUp(String user) {
        return centre.does(user, new PickUp(ALICE));
    }

    private void ringsAt(String user, InteractionId id) {
        Centre.until(() -> centre.desk(user).offers().stream()
                .anyMatch(offer -> offer.interaction().equals(id)));
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    @Test
    void itRingsAtWhoTakesItAndNoMoreAtTheColleaguesWhoStaysReady() {
        Customer caller = ringing();
        centre.ready("bob");
        assertThat(picksUp("bob")).isInstanceOf(CommandResult.Done.class);
        ringsAt("bob", caller.id());
        assertThat(centre.desk("alice").offers()).isEmpty();
        assertThat(centre.desk("alice").state().presence()).isEqualTo(new Presence.Ready());
        caller.signals(new ChannelSignal.AgentAnswered(ALICE)); // crossed it: she has it no more
        caller.signals(new ChannelSignal.AgentAnswered(BOB));
        Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.CONNECTED);
        Centre.until(() -> !centre.desk("bob").assignments().isEmpty());
        assertThat(centre.desk("bob").assignments().get(0).interaction()).isEqualTo(caller.id());
        assertThat(centre.desk("alice").assignments()).isEmpty();
        List<JournalEntry> told = centre.journal.read(0, 1_000).stream()
                .filter(entry -> entry.type().equals("assignment.withdrawn"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).actor()).isEqualTo("user:bob");
        assertThat(told.get(0).body()).containsEntry("agent", "alice").containsEntry("reason", "picked-up");
    }

    @Test
    void theFirstHasIt() {
        ringing();
        centre.ready("bob");
        centre.ready("carol");
        assertThat(picksUp("bob")).isInstanceOf(CommandResult.Done.class);
        assertThat(code(picksUp("carol"))).isEqualTo("nothing-rings");
    }

    @Test
    void whoAnswersFirstHasItToo() {
        Customer caller = ringing();
        centre.ready("bob");
        caller.signals(new ChannelSignal.AgentAnswered(ALICE));
        Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.CONNECTED);
        assertThat(code(picksUp("bob"))).isEqualTo("nothing-rings");
    }

    @Test
    void onlyWhoCanTalkNowMayTakeIt() {
        ringing();
        assertThat(code(picksUp("bob"))).isEqualTo("signed-out");
        assertThat(code(picksUp("alice"))).isEqualTo("nothing-rings");
        centre.ready("bob");
        centre.phones.pullOut("bob");
        Centre.until(() -> !centre.desk("bob").state().unreachable().isEmpty());
        assertThat(code(picksUp("bob"))).isEqualTo("no-phone");
        assertThat(centre.desk("alice").offers()).hasSize(1);
    }

    @Test
    void whoDoesNotAnswerAfterAllLeavesItAtItsPlace() {
        Customer caller = ringing();
        centre.ready("bob");
        picksUp("bob");
        ringsAt("bob", caller.id());
        caller.signals(new ChannelSignal.AgentDeclined(BOB));
        ringsAt("alice", caller.id());
    }
}
