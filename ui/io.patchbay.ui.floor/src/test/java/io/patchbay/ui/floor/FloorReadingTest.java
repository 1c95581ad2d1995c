// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.watch.Watch;
import io.patchbay.ui.floor.FloorModel.Doing;
import io.patchbay.ui.floor.FloorModel.Matter;
import io.patchbay.ui.floor.FloorModel.Tone;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FloorReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:26:08Z");
    private static final UnitId UNIT = new UnitId("centre");
    private static final QueueId LOANS = new QueueId("loans");

    private final List<QueueFigures> figures = new ArrayList<>();
    private final List<AgentState> agents = new ArrayList<>();

    private FloorModel read() {
        return new FloorReading(
                        new Floor(scope -> List.copyOf(figures), new Settings(), new Desks(), none()),
                        Scope.system(),
                        NOW)
                .read();
    }

    /** No contacts. */
    private static Interactions none() {
        return (Interactions) Proxy.newProxyInstance(
                FloorReadingTest.class.getClassLoader(),
                new Class<?>[] {Interactions.class},
                (proxy, method, values) -> List.of());
    }

    private void figures(int waiting, int answered, int inTime, int abandoned) {
        Optional<Instant> since = waiting > 0 ? Optional.of(NOW.minusSeconds(112)) : Optional.empty();
        figures.add(new QueueFigures(
                LOANS,
                waiting,
                since,
                1,
                14,
                new QueueFigures.Today(answered + abandoned, answered, inTime, abandoned)));
    }

    private void agent(String name, Presence presence, Duration since, Map<WorkKind, Integer> active) {
        AgentState.Load load = new AgentState.Load(Map.of(), active, Map.of(), Map.of());
        agents.add(new AgentState(
                new AgentId(name), name, UNIT, presence, NOW.minus(since), Optional.empty(), load, Set.of()));
    }

    @Test
    void aQueueFarBelowItsGoalNeedsSomebody() {
        figures(5, 100, 60, 10);
        FloorModel model = read();
        assertThat(model.queues().get(0).tone()).isEqualTo(Tone.ER);
        assertThat(model.matters()).singleElement().isInstanceOf(Matter.LowLevel.class);
    }

    @Test
    void aQueueWithFewContactsDoesNotCryWolf() {
        figures(0, 3, 0, 0);
        assertThat(read().matters()).isEmpty();
    }

    @Test
    void withoutAnyContactThereIsNoFigureButNoAlarmEither() {
        figures(0, 0, 0, 0);
        FloorModel model = read();
        assertThat(model.headlines().get(0).value()).isEmpty();
        assertThat(model.headlines())
                .allSatisfy(headline -> assertThat(headline.tone()).isEqualTo(Tone.OK));
        assertThat(model.headlines()).hasSize(5);
    }

    @Test
    void theLongestWaitIsMeasuredByItsQueuesGoal() {
        figures(1, 10, 10, 0);
        assertThat(read().headlines().get(2).tone()).isEqualTo(Tone.ER);
    }

    @Test
    void whatAnAgentDoesFollowsFromHisLoad() {
        agent("alice", new Presence.Ready(), Duration.ofSeconds(5), Map.of(new WorkKind("call"), 1));
        agent("bob", new Presence.Ready(), Duration.ofSeconds(5), Map.of(new WorkKind("chat"), 2));
        agent("carol", new Presence.Ready(), Duration.ofSeconds(5), Map.of());
        agent("david", new Presence.NotReady("meal"), Duration.ofMinutes(16), Map.of());
        FloorModel model = read();
        assertThat(model.agents())
                .extracting(FloorModel.Tile::doing)
                .containsExactly(Doing.CALL, Doing.TEXT, Doing.READY, Doing.NOT_READY);
        assertThat(model.agents().get(3).flagged()).isTrue();
        assertThat(model.matters()).singleElement().isInstanceOf(Matter.LongState.class);
    }

    @Test
    void anUnansweredOfferFlagsItsAgentAtOnce() {
        agent("alice", new Presence.NotReady(Presence.NotReady.NO_ANSWER), Duration.ofSeconds(1), Map.of());
        assertThat(read().agents().get(0).flagged()).isTrue();
    }

    /** One queue. */
    private static class Settings implements Queues {
        private final QueueSettings loans = new QueueSettings(
                LOANS,
                "贷款与信用卡",
                UNIT,
                Map.<SkillId, Integer>of(),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.OPTIONAL, Duration.ofSeconds(60)));

        @Override
        public List<QueueSettings> queues(Scope scope) {
            return List.of(loans);
        }

        @Override
        public Optional<QueueSettings> queue(Scope scope, QueueId id) {
            return Optional.of(loans);
        }

        @Override
        public List<Skill> skills() {
            return List.of();
        }

        @Override
        public List<Code> codes(Code.Use use) {
            return List.of();
        }
    }

    /** The agents of the test. */
    private final class Desks implements Agents {
        @Override
        public List<AgentState> agents(Scope scope) {
            return List.copyOf(agents);
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
        public void windowOpened(AgentId agent, String window) {}

        @Override
        public void windowClosed(AgentId agent, String window) {}
    }

    @Test
    void figuresOfQueuesThatAreGoneAreLeftOut() {
        LiveQueues foreign = scope -> List.of(
                new QueueFigures(new QueueId("other"), 1, Optional.empty(), 0, 0, new QueueFigures.Today(0, 0, 0, 0)));
        Queues empty = new Settings() {
            @Override
            public List<QueueSettings> queues(Scope scope) {
                return List.of();
            }
        };
        assertThat(new FloorReading(new Floor(foreign, empty, new Desks(), none()), Scope.system(), NOW)
                        .read()
                        .queues())
                .isEmpty();
    }
}
