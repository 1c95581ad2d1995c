// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.Alarm.Severity;
import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmBookTest {
    private static final AlarmRules RULES =
            new AlarmRules(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(300));

    private final ManualClock wall = new ManualClock();
    private long nanos;
    private final AlarmBook book = new AlarmBook(RULES, wall, () -> nanos);

    private static Health line(String part, Level level) {
        return new Health(
                part,
                level,
                level == Level.UP ? Optional.empty() : Optional.of(new Problem("broken", "It is broken.", "坏了。")));
    }

    /** Looks once a second for some seconds. */
    private List<AlarmChange> pass(int seconds, Health... lines) {
        List<AlarmChange> changes = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            wall.advance(Duration.ofSeconds(1));
            nanos += 1_000_000_000L;
            changes.addAll(book.look(List.of(lines)));
        }
        return changes;
    }

    @Test
    void whatIsWrongForAMomentIsNoAlarm() {
        assertThat(pass(2, line("disk", Level.DEGRADED))).isEmpty();
        assertThat(pass(1, line("disk", Level.UP))).isEmpty();
        assertThat(pass(2, line("disk", Level.DEGRADED))).isEmpty();
    }

    @Test
    void whatStaysWrongIsRaisedOnceWithinTenSeconds() {
        List<AlarmChange> changes = pass(60, line("database", Level.DOWN));
        assertThat(changes).hasSize(1);
        Alarm raised = changes.get(0).alarm();
        assertThat(changes.get(0).kind()).isEqualTo(AlarmChange.Kind.RAISED);
        assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(Duration.between(new ManualClock().instant(), raised.raisedAt()))
                .isLessThan(Duration.ofSeconds(10));
        assertThat(book.open()).containsExactly(raised);
    }

    @Test
    void anAlarmIsOverWhenItWasWellForAWhile() {
        pass(5, line("disk", Level.DEGRADED));
        assertThat(pass(9, line("disk", Level.UP))).isEmpty();
        assertThat(pass(1, line("disk", Level.DEGRADED))).isEmpty();
        List<AlarmChange> changes = pass(11, line("disk", Level.UP));
        assertThat(changes).extracting(AlarmChange::kind).containsExactly(AlarmChange.Kind.CLEARED);
        assertThat(book.open()).isEmpty();
        assertThat(book.past(10)).hasSize(1);
        assertThat(book.past(10).get(0).clearedAt()).contains(wall.instant());
    }

    @Test
    void aPartThatIsGoneIsWell() {
        pass(5, line("account:sms-a", Level.DEGRADED));
        assertThat(pass(11)).extracting(AlarmChange::kind).containsExactly(AlarmChange.Kind.CLEARED);
    }

    @Test
    void theSameSoonAgainIsRaisedButNotTold() {
        pass(5, line("disk", Level.DEGRADED));
        pass(11, line("disk", Level.UP));
        List<AlarmChange> again = pass(5, line("disk", Level.DEGRADED));
        assertThat(again)
                .extracting(AlarmChange::kind, AlarmChange::told)
                .containsExactly(org.assertj.core.api.Assertions.tuple(AlarmChange.Kind.RAISED, false));
        pass(400, line("disk", Level.UP));
        assertThat(pass(5, line("disk", Level.DEGRADED)))
                .extracting(AlarmChange::told)
                .containsExactly(true);
    }

    @Test
    void worseIsToldAndBetterIsNot() {
        pass(5, line("disk", Level.DEGRADED));
        assertThat(pass(3, line("disk", Level.DOWN)))
                .extracting(AlarmChange::kind)
                .containsExactly(AlarmChange.Kind.ESCALATED);
        assertThat(pass(3, line("disk", Level.DEGRADED))).isEmpty();
        assertThat(book.open().get(0).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aClockThatJumpsRaisesAndClearsNothing() {
        pass(1, line("disk", Level.DEGRADED));
        wall.advance(Duration.ofHours(1));
        assertThat(pass(1, line("disk", Level.DEGRADED))).isEmpty();
        pass(3, line("disk", Level.DEGRADED));
        wall.set(wall.instant().minus(Duration.ofHours(2)));
        assertThat(pass(5, line("disk", Level.UP))).isEmpty();
        assertThat(book.open()).hasSize(1);
    }

    @Test
    void theFirstWhoAcknowledgesLooksAfterIt() {
        pass(5, line("disk", Level.DEGRADED));
        String id = book.open().get(0).id();
        assertThat(book.acknowledge(id, "user:susan")).isPresent();
        assertThat(book.acknowledge(id, "user:admin")
                        .orElseThrow()
                        .alarm()
                        .acknowledged()
                        .orElseThrow()
                        .by())
                .isEqualTo("user:susan");
        assertThat(book.acknowledge("another", "user:susan")).isEmpty();
        pass(2, line("disk", Level.DEGRADED));
        assertThat(book.open().get(0).acknowledged()).isPresent();
    }

    @Test
    void whatWasOpenBeforeARestartStaysAndIsNotRaisedAgain() {
        Alarm before = new Alarm(
                "a1",
                "disk",
                Severity.WARNING,
                new Problem("broken", "It is broken.", "坏了。"),
                Instant.parse("2026-03-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty());
        book.restore(List.of(before), List.of(), Duration.ofSeconds(60));
        assertThat(pass(40)).isEmpty();
        assertThat(pass(20, line("disk", Level.DEGRADED))).isEmpty();
        assertThat(book.open()).extracting(Alarm::id).containsExactly("a1");
        assertThat(pass(11)).extracting(AlarmChange::kind).containsExactly(AlarmChange.Kind.CLEARED);
    }
}
