// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.path.QueueGroup;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked of a group before a change joined it to another happens in the other; no clock stops on the way. */
final class RegroupedTest {
    private static final AgentId WENDY = new AgentId("wendy");

    @TempDir
    Path home;

    private Centre centre;

    /** Wendy alone serves wealth, a group of its own. */
    @BeforeEach
    void begin() {
        centre = new Centre(home, TestDatabases.h2(home));
        centre.settings.put(DemoSettings.queue("wealth", Duration.ofSeconds(5), QueueSettings.WrapUp.Mode.NONE));
        centre.settings.person("wendy", "wealth");
        centre.core.regroup();
    }

    @AfterEach
    void end() {
        centre.close();
    }

    private void join() {
        centre.settings.person("david", "loans", "wealth");
        centre.core.regroup();
    }

    private InteractionId waits() {
        InteractionId id = centre.arrives("wealth", "c1").id();
        Centre.until(() -> centre.interaction(id).state() == InteractionState.WAITING);
        return id;
    }

    @Test
    void anAgentWhoSignsInMeanwhileIsReadyInHisNewGroup() {
        QueueGroup before = centre.core.groups().of(WENDY);
        join();
        assertThat(centre.core.groups().of(WENDY)).isNotSameAs(before);
        CommandResult result = before.command(
                        centre.as("wendy"), new AgentCommand.ChangePresence(WENDY, new Presence.Ready()), "")
                .toCompletableFuture()
                .join();
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        InteractionId id = centre.arrives("wealth", "c1").id();
        assertThat(centre.offer("wendy")).isEqualTo(id);
    }

    /** Nothing tells it: those who keep settings may still have the old ones when the journal's news come. */
    @Test
    void whatChangedIsNoticedByItself() {
        InteractionId id = waits();
        centre.settings.person("david", "loans", "wealth");
        centre.ready("david");
        assertThat(centre.offer("david")).isEqualTo(id);
    }

    @Test
    void aCommandForAContactThatMovedMeanwhileReachesIt() {
        InteractionId id = waits();
        QueueGroup before = centre.core.groups().of(id).orElseThrow();
        join();
        CommandResult result = before.command(
                        centre.as("susan"), new InteractionCommand.EndInteraction(id), UUID.randomUUID(), "")
                .toCompletableFuture()
                .join();
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        Centre.until(() -> centre.interaction(id).times().remoteLeftAt().isPresent());
    }

    @Test
    void anOfferRingsNoLongerThanItWould() {
        centre.ready("wendy");
        InteractionId id = centre.arrives("wealth", "c1").id();
        assertThat(centre.offer("wendy")).isEqualTo(id);
        join();
        Centre.until(() -> centre.desk("wendy").state().presence() instanceof Presence.NotReady);
        assertThat(centre.interaction(id).state()).isEqualTo(InteractionState.WAITING);
    }
}
