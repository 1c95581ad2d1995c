// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.api.queue.WorkMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
    private static final WorkKind CALL = new WorkKind("call");
    private static final SkillId FRENCH = new SkillId("french");
    private static final int MANY = 100_000;

    /** A call a minute for an hour, each of 90 s, given up after 3 min; one speaks French well, one a little. */
    private static Story hour() {
        List<Story.Came> calls = IntStream.range(0, 60)
                .mapToObj(minute -> new Story.Came(
                        new QueueId("french"),
                        CALL,
                        NINE.plus(Duration.ofMinutes(minute)),
                        0,
                        Optional.of(Duration.ofMinutes(3)),
                        Duration.ofSeconds(90)))
                .toList();
        return new Story(calls, List.of(worker("good", 8), worker("some", 3)));
    }

    private static Story.Worker worker(String name, int level) {
        return new Story.Worker(
                new AgentId(name),
                Map.of(FRENCH, level),
                Map.of(CALL, 1),
                List.of(new Story.Shift(NINE.minusSeconds(60), NINE.plus(Duration.ofHours(2)))));
    }

    private static QueueSettings french(Step... steps) {
        return new QueueSettings(
                new QueueId("french"),
                "法语专线",
                UnitId.ROOT,
                List.of(steps),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.NONE, Duration.ofSeconds(60)),
                QueueRules.USUAL);
    }

    private static Step step(int from, int level) {
        return new Step(Duration.ofSeconds(from), Map.of(FRENCH, level));
    }

    private static List<Fate> fates(QueueSettings queue) {
        return new Replay(List.of(queue), WorkMatrix.USUAL, hour()).run(MANY, NINE.plus(Duration.ofHours(3)));
    }

    @Test
    void oneAgentCannotServeACallAMinuteOfNinetySeconds() {
        List<Fate> fates = fates(french(step(0, 6)));
        assertThat(fates).hasSize(60);
        assertThat(fates).filteredOn(Fate::abandoned).isNotEmpty();
        assertThat(fates).filteredOn(fate -> fate.agent().isPresent()).allMatch(fate -> fate.agent()
                .equals(Optional.of(new AgentId("good"))));
    }

    @Test
    void aSecondStepAfterFifteenSecondsServesThemAllInTime() {
        List<Fate> fates = fates(french(step(0, 6), step(15, 3)));
        assertThat(fates).hasSize(60).noneMatch(Fate::abandoned);
        assertThat(fates).allMatch(fate -> fate.waited().compareTo(Duration.ofSeconds(20)) <= 0);
        assertThat(fates).filteredOn(fate -> fate.step() == 2).allMatch(fate -> fate.waited()
                .equals(Duration.ofSeconds(15)));
        assertThat(fates).extracting(Fate::step).contains(1, 2);
    }

    @Test
    void theSameStoryAlwaysComesOutTheSame() {
        QueueSettings queue = french(step(0, 6), step(40, 3));
        assertThat(fates(queue)).isEqualTo(fates(queue));
    }

    @Test
    void nobodyIsTakenWhileNobodyIsThere() {
        Story alone = new Story(hour().contacts().subList(0, 3), List.of());
        assertThat(new Replay(List.of(french(step(0, 1))), WorkMatrix.USUAL, alone)
                        .run(MANY, NINE.plus(Duration.ofHours(3))))
                .hasSize(3)
                .allMatch(Fate::abandoned)
                .allMatch(fate -> fate.waited().equals(Duration.ofMinutes(3)));
    }

    @Test
    void whoWaitsAtTheEndHasWaitedUntilThen() {
        List<Fate> fates =
                new Replay(List.of(french(step(0, 9))), WorkMatrix.USUAL, hour()).run(MANY, NINE.plusSeconds(100));
        assertThat(fates)
                .extracting(Fate::waited)
                .startsWith(Duration.ofSeconds(100), Duration.ofSeconds(40))
                .doesNotContain(Duration.ofSeconds(101));
    }

    @Test
    void aReplayThatIsTooLongStops() {
        assertThat(new Replay(List.of(french(step(0, 1))), WorkMatrix.USUAL, hour())
                        .run(10, NINE.plus(Duration.ofHours(3))))
                .hasSizeLessThan(60);
    }
}
