// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor takes a call that rings at an agent's; he needs a phone and a reason, and no desk. */
class InterceptingTest {
    private static final AgentId SUSAN = new AgentId("susan");

    @TempDir
    Path home;

    private Centre centre;

    @BeforeEach
    void open() {
        centre = new Centre(home, TestDatabases.h2(home));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private Customer ringsAt(String agent, String queue) {
        centre.ready(agent);
        Customer caller = centre.calls(queue, "call-1");
        assertThat(centre.offer(agent)).isEqualTo(caller.id());
        return caller;
    }

    private CommandResult intercepts(String user, InteractionId call) {
        return centre.does(user, new SuperviseCommand.Intercept(call, "VIP, known to me"));
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    private void isSusans(Customer caller, String agent) {
        Centre.until(() -> caller.devices.contains("ring susan"));
        caller.signals(new ChannelSignal.AgentAnswered(SUSAN));
        Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.CONNECTED);
        Centre.until(() -> centre.desk("susan").assignments().size() == 1);
        Centre.until(() -> centre.desk(agent).offers().isEmpty());
        assertThat(centre.desk(agent).state().presence()).isEqualTo(new Presence.Ready());
        assertThat(centre.desk(agent).taken()).contains(new AgentDesk.Taken(caller.id(), SUSAN, "VIP, known to me"));
    }

    @Test
    void itRingsAtTheSupervisorAndTheAgentReadsWhy() {
        Customer caller = ringsAt("alice", "service");
        assertThat(intercepts("susan", caller.id())).isInstanceOf(CommandResult.Done.class);
        isSusans(caller, "alice");
        List<JournalEntry> told = centre.journal.read(0, 1_000).stream()
                .filter(entry -> entry.type().equals("assignment.withdrawn"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).actor()).isEqualTo("user:susan");
        assertThat(told.get(0).body())
                .containsEntry("agent", "alice")
                .containsEntry("reason", "intercepted")
                .containsEntry("why", "VIP, known to me");
    }

    /** Wendy alone serves wealth, a group of its own; the supervisor is decided about in another. */
    @Test
    void acrossGroupsItComesToTheSupervisorsAndGoesBackIfHeDoesNotAnswer() {
        centre.settings.put(DemoSettings.queue("wealth", Duration.ofSeconds(15), QueueSettings.WrapUp.Mode.NONE));
        centre.settings.person("wendy", "wealth");
        centre.core.regroup();
        assertThat(centre.core.groups().of(SUSAN))
                .isNotSameAs(centre.core.groups().of(new AgentId("wendy")));
        Customer caller = ringsAt("wendy", "wealth");
        intercepts("susan", caller.id());
        Centre.until(() -> caller.devices.contains("ring susan"));
        Centre.until(() -> centre.desk("susan").offers().size() == 1);
        caller.signals(new ChannelSignal.AgentDeclined(SUSAN));
        Centre.until(() -> !centre.desk("wendy").offers().isEmpty());
        assertThat(centre.desk("susan").offers()).isEmpty();
        caller.devices.remove("ring susan");
        assertThat(intercepts("susan", caller.id())).isInstanceOf(CommandResult.Done.class);
        isSusans(caller, "wendy");
    }

    @Test
    void theFirstHasIt() {
        Customer caller = ringsAt("alice", "service");
        caller.signals(new ChannelSignal.AgentAnswered(new AgentId("alice")));
        Centre.until(() -> centre.interaction(caller.id()).state() == InteractionState.CONNECTED);
        assertThat(code(intercepts("susan", caller.id()))).isEqualTo("nothing-rings");
    }

    @Test
    void onlyByRightWithAFreePhone() {
        Customer caller = ringsAt("alice", "service");
        assertThat(code(intercepts("bob", caller.id()))).isEqualTo("forbidden");
        centre.phones.pullOut("susan");
        assertThat(code(intercepts("susan", caller.id()))).isEqualTo("no-phone");
        centre.phones.plugIn("susan");
        assertThat(intercepts("susan", caller.id())).isInstanceOf(CommandResult.Done.class);
        assertThat(code(intercepts("susan", caller.id()))).isEqualTo("own-contact");
        Customer other = centre.calls("service", "call-2");
        Centre.until(() -> centre.desk("alice").offers().stream()
                .anyMatch(offer -> offer.interaction().equals(other.id())));
        assertThat(code(intercepts("susan", other.id()))).isEqualTo("call-open");
    }
}
