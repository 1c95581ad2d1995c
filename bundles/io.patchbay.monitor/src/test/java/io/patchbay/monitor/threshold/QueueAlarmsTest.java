// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueFigures.Today;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.monitor.alarm.AlarmBook;
import io.patchbay.monitor.alarm.AlarmChange;
import io.patchbay.monitor.alarm.AlarmRules;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueAlarmsTest {
    private static final QueueId LOANS = new QueueId("loans");
    private static final UnitId UNIT = new UnitId("centre");

    private final ManualClock clock = new ManualClock();
    private final Map<String, Long> bounds = new HashMap<>();
    private final QueueAlarms alarms =
            new QueueAlarms(scope -> List.of(figures()), new Settings(), new Bounds(), clock);
    private final AlarmBook book = new AlarmBook(
            new AlarmRules(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ZERO),
            clock,
            () -> clock.instant().toEpochMilli() * 1_000_000L);
    private int waiting;
    private int ready = 5;
    private Optional<Instant> longest = Optional.empty();
    private Today recent = new Today(0, 0, 0, 0);

    private QueueFigures figures() {
        return new QueueFigures(
                LOANS,
                waiting,
                longest,
                ready,
                0,
                recent,
                Optional.empty(),
                Optional.of(new QueueTrend(recent, 0, List.of())));
    }

    /** Looks once a second, as the node does, until something changes; gives the seconds it took. */
    private int secondsUntil(AlarmChange.Kind kind) {
        for (int second = 1; second <= 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            if (book.look(alarms.wrong()).stream().anyMatch(change -> change.kind() == kind)) {
                return second;
            }
        }
        throw new AssertionError("no alarm was " + kind);
    }

    private List<String> parts() {
        return alarms.wrong().stream().map(line -> line.part()).toList();
    }

    @Test
    void withoutBoundsNothingIsWrong() {
        waiting = 1000;
        ready = 0;
        longest = Optional.of(clock.instant().minusSeconds(9000));
        recent = new Today(100, 50, 0, 50);
        assertThat(alarms.wrong()).isEmpty();
    }

    @Test
    void aWaitOverItsBoundIsAnAlarmWithinFiveSecondsAndOverWhenItIsAnswered() {
        bounds.put("alarm.queue-longest-wait", 120L);
        longest = Optional.of(clock.instant().minusSeconds(120));
        assertThat(parts()).isEmpty();
        assertThat(secondsUntil(AlarmChange.Kind.RAISED)).isLessThanOrEqualTo(5);
        Alarm raised = book.open().get(0);
        assertThat(raised.part()).isEqualTo("queue:loans:wait");
        assertThat(raised.problem().english()).contains("贷款", "120 s");
        assertThat(raised.problem().chinese()).contains("超过 120 秒");
        longest = Optional.empty();
        assertThat(secondsUntil(AlarmChange.Kind.CLEARED)).isLessThanOrEqualTo(12);
        assertThat(book.open()).isEmpty();
    }

    @Test
    void aServiceLevelBelowItsBoundCountsOnceThereAreEnoughContacts() {
        bounds.put("alarm.queue-service-level", 70L);
        recent = new Today(9, 9, 0, 0);
        assertThat(parts()).isEmpty();
        recent = new Today(10, 10, 6, 0);
        assertThat(parts()).containsExactly("queue:loans:level");
        recent = new Today(10, 10, 7, 0);
        assertThat(parts()).isEmpty();
    }

    @Test
    void eachFigureHasItsOwnAlarm() {
        bounds.put("alarm.queue-waiting", 3L);
        bounds.put("alarm.queue-abandoned", 10L);
        bounds.put("alarm.queue-ready", 2L);
        waiting = 4;
        ready = 1;
        recent = new Today(10, 8, 8, 2);
        assertThat(parts()).containsExactly("queue:loans:waiting", "queue:loans:abandoned", "queue:loans:ready");
        waiting = 3;
        ready = 2;
        recent = new Today(10, 9, 9, 1);
        assertThat(parts()).isEmpty();
    }

    @Test
    void everyBoundIsAParameterOfTheQueueAndStandsAtNone() {
        assertThat(QueueThresholds.types()).hasSize(5).allSatisfy(type -> {
            assertThat(type.reach()).isEqualTo(ParameterType.Reach.QUEUE);
            assertThat(type.standard()).isEqualTo(0);
        });
    }

    /** The values of the test. */
    private final class Bounds implements Parameters {
        @Override
        public Object value(ParameterType type, UnitId unit) {
            return bounds.getOrDefault(type.key(), 0L);
        }

        @Override
        public Object value(ParameterType type, UnitId unit, QueueId queue) {
            return value(type, unit);
        }

        @Override
        public Watch watch(Runnable changed) {
            return () -> {};
        }
    }

    /** One queue. */
    private static final class Settings implements Queues {
        private final QueueSettings loans = new QueueSettings(
                LOANS,
                "贷款",
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
}
