// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.watch.Watch;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class WindowsTest {
    private static final AgentId ALICE = new AgentId("alice");

    private final ManualClock clock = new ManualClock();
    private final Seen seen = new Seen();
    private final Windows windows = new Windows(seen, clock);

    @Test
    void aClientThatDoesNotAskFor120SecondsIsNoWindowAnyMore() {
        windows.opened(ALICE);
        clock.advance(Duration.ofSeconds(100));
        windows.used(ALICE);
        clock.advance(Duration.ofSeconds(100));
        windows.sweep();
        assertEquals(List.of("opened alice"), seen.told);
        clock.advance(Duration.ofSeconds(21));
        windows.sweep();
        assertEquals(List.of("opened alice", "closed alice"), seen.told);
    }

    @Test
    void loggingOutClosesItOnce() {
        windows.opened(ALICE);
        windows.opened(ALICE);
        windows.closed(ALICE);
        windows.closed(ALICE);
        assertEquals(List.of("opened alice", "closed alice"), seen.told);
    }

    private static final class Seen implements Agents {
        private final List<String> told = new ArrayList<>();

        @Override
        public List<AgentState> agents(Scope scope) {
            return List.of();
        }

        @Override
        public Optional<AgentDesk> desk(Scope scope, AgentId agent) {
            return Optional.empty();
        }

        @Override
        public Watch watch(AgentId agent, Consumer<AgentDesk> listener) {
            return () -> {};
        }

        @Override
        public void windowOpened(AgentId agent, String window) {
            told.add("opened " + agent);
        }

        @Override
        public void windowClosed(AgentId agent, String window) {
            told.add("closed " + agent);
        }
    }
}
