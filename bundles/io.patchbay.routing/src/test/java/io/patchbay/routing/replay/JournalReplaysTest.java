// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.queue.Replays.Figures;
import io.patchbay.api.queue.Replays.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A generated hour: a call each two minutes, each of 90 s, taken after 10 s by the one who speaks French well. */
class JournalReplaysTest {
    private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private final GeneratedDay day = new GeneratedDay();
    private final JournalReplays replays = new JournalReplays(day.journal(), day.people(), day.queues());

    @AfterEach
    void close() {
        replays.close();
    }

    private Outcome outcome(Scope scope) throws Exception {
        return replays.replay(scope, day.french(6), NINE, TEN)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void whatHappenedIsCounted() throws Exception {
        day.calls(NINE, 30, Duration.ofSeconds(10));
        assertThat(outcome(Scope.system()).actual())
                .isEqualTo(new Figures(30, 30, 0, Duration.ofSeconds(10), Duration.ofSeconds(10), 30, Duration.ZERO));
    }

    @Test
    void aReplayWithTheSameRulesTakesThemAtOnce() throws Exception {
        day.calls(NINE, 30, Duration.ofSeconds(10));
        Figures atOnce = new Figures(30, 30, 0, Duration.ZERO, Duration.ZERO, 30, Duration.ZERO);
        assertThat(outcome(Scope.system()).now()).isEqualTo(atOnce);
        assertThat(outcome(Scope.system()).draft()).isEqualTo(atOnce);
    }

    @Test
    void aDraftThatNobodyFitsServesNobody() throws Exception {
        day.calls(NINE, 30, Duration.ofSeconds(10));
        Outcome outcome = replays.replay(Scope.system(), day.french(9), NINE, TEN)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        assertThat(outcome.now().answered()).isEqualTo(30);
        assertThat(outcome.draft().answered()).isZero();
    }

    @Test
    void whoStillWaitsHasWaitedUntilNow() throws Exception {
        day.waits(TEN.minusSeconds(30));
        try (Still now = new Still(day, TEN.plusSeconds(10))) {
            Outcome outcome = now.replays
                    .replay(Scope.system(), day.french(9), NINE, TEN)
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            Figures waits = new Figures(0, 0, 0, Duration.ZERO, Duration.ofSeconds(40), 0, Duration.ZERO);
            assertThat(outcome.actual()).isEqualTo(waits);
            assertThat(outcome.draft()).isEqualTo(waits);
        }
    }

    /** Replays at a moment. */
    private static final class Still implements AutoCloseable {
        final JournalReplays replays;

        Still(GeneratedDay day, Instant now) {
            replays = new JournalReplays(day.journal(), day.people(), day.queues(), InstantSource.fixed(now));
        }

        @Override
        public void close() {
            replays.close();
        }
    }

    @Test
    void contactsOfOtherHoursAreNotCounted() throws Exception {
        day.calls(NINE.minus(Duration.ofMinutes(30)), 30, Duration.ofSeconds(10));
        assertThat(outcome(Scope.system()).actual().answered()).isEqualTo(15);
    }

    @Test
    void whoMayNotSeeTheUnitSeesNothing() throws Exception {
        day.calls(NINE, 3, Duration.ofSeconds(10));
        assertThat(outcome(Scope.nothing(new UserId("x"))).actual()).isEqualTo(Figures.NONE);
    }

    @Test
    void aStretchThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> replays.replay(Scope.system(), day.french(6), NINE, NINE.plus(Duration.ofHours(5)))
                        .toCompletableFuture()
                        .get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
