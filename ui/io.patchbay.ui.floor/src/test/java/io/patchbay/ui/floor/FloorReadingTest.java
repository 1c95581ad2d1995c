// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.ui.floor.FloorModel.Doing;
import io.patchbay.ui.floor.FloorModel.Matter;
import io.patchbay.ui.floor.FloorModel.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FloorReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:26:08Z");
    private static final UnitId UNIT = new UnitId("centre");
    private static final QueueId LOANS = new QueueId("loans");

    private final List<QueueFigures> figures = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<AgentState> agents = new ArrayList<>();

    private FloorModel read() {
        return read(new Settings().queues(Scope.system()));
    }

    private FloorModel read(List<QueueSettings> settings) {
        return new FloorReading(new FloorMoment(NOW, settings, figures, agents, List.of(), alarms, List.of())).read();
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
                new AgentId(name),
                name,
                UNIT,
                presence,
                NOW.minus(since),
                Optional.empty(),
                Optional.empty(),
                load,
                Set.of()));
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
    void theLastHalfHourSpeaksBeforeTheDay() {
        figures.add(new QueueFigures(
                LOANS,
                5,
                Optional.empty(),
                0,
                3,
                new QueueFigures.Today(100, 100, 95, 0),
                Optional.empty(),
                Optional.of(new QueueTrend(new QueueFigures.Today(10, 10, 5, 0), 9, List.of(1, 3, 5)))));
        FloorModel model = read();
        FloorModel.QueueLine queue = model.queues().get(0);
        assertThat(queue.level()).contains(0.5);
        assertThat(queue.today()).contains(0.95);
        assertThat(queue.tone()).isEqualTo(Tone.ER);
        assertThat(queue.forecast()).contains(9);
        assertThat(model.headlines().get(0).value()).contains("50.0");
        assertThat(model.headlines().get(0).detail().get(1)).startsWith("95");
    }

    @Test
    void anAlarmOfAQueueHeSeesNeedsSomebodyAndOthersDoNot() {
        figures(5, 100, 60, 10);
        alarms.add(alarm("queue:loans:level"));
        alarms.add(alarm("queue:other:level"));
        alarms.add(alarm("database"));
        assertThat(read().matters()).singleElement().isInstanceOfSatisfying(Matter.Raised.class, raised -> assertThat(
                        raised.alarm().part())
                .isEqualTo("queue:loans:level"));
    }

    private static Alarm alarm(String part) {
        return new Alarm(
                part,
                part,
                Alarm.Severity.WARNING,
                new Problem("low", "Low", "低"),
                NOW,
                Optional.empty(),
                Optional.empty());
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

    @Test
    void figuresOfQueuesThatAreGoneAreLeftOut() {
        figures.add(
                new QueueFigures(new QueueId("other"), 1, Optional.empty(), 0, 0, new QueueFigures.Today(0, 0, 0, 0)));
        assertThat(read(List.of()).queues()).isEmpty();
    }
}
