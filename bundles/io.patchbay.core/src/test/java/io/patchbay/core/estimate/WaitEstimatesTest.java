// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.api.queue.WaitFigures;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waiting customers are told, against what then happens. */
class WaitEstimatesTest {
    private static final QueueId LOANS = new QueueId("loans");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final WaitEstimates estimates = new WaitEstimates();

    @ParameterizedTest(name = "seed {0}: {1} agents, a caller every {2} s, patience {3} s")
    @CsvSource({
        "1, 8, 21.5, 100000",
        "2, 8, 22, 600",
        "3, 8, 20, 300",
        "4, 3, 57, 900",
        "5, 30, 5.9, 400",
        "6, 30, 6.1, 100000"
    })
    void nineOfTenRangesHoldUnderSteadyLoad(long seed, int agents, double secondsBetween, double patience) {
        SimulatedQueue queue = new SimulatedQueue(seed, agents, secondsBetween, patience);
        queue.run(6_000);
        WaitFigures figures = queue.figures();
        System.out.printf(
                "seed %d: %d told, %.1f %% held, median error %d s%n",
                seed,
                figures.told(),
                100 * figures.heldShare().orElseThrow(),
                figures.medianErrorSeconds().orElseThrow());
        assertThat(figures.told()).isGreaterThan(500);
        assertThat(figures.heldShare().orElseThrow()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whereDataIsThinOnlyMoreThanIsTold() {
        WaitEstimate thin = estimates.tell(LOANS, 3, 2, NOON).estimate();
        assertThat(thin.atLeast()).isTrue();
        assertThat(thin.lowSeconds()).isEqualTo(45);
    }

    @Test
    void withoutAnyAgentOnlyMoreThanIsTold() {
        steady(4);
        assertThat(estimates.tell(LOANS, 1, 0, NOON).estimate().atLeast()).isTrue();
    }

    @Test
    void twiceTheAgentsHalveTheWait() {
        steady(2);
        WaitEstimate two = estimates.tell(LOANS, 4, 2, NOON).estimate();
        WaitEstimate four = estimates.tell(LOANS, 4, 4, NOON).estimate();
        assertThat(two).isEqualTo(new WaitEstimate(78, 83, false));
        assertThat(four.middleSeconds()).isBetween(38, 42);
    }

    @Test
    void anIdleStretchDoesNotCountAsSlowness() {
        steady(2);
        WaitEstimate before = estimates.tell(LOANS, 1, 2, NOON).estimate();
        estimates.empty(LOANS);
        estimates.moved(LOANS, NOON.plusSeconds(7_200), 2, false);
        assertThat(estimates.tell(LOANS, 1, 2, NOON).estimate()).isEqualTo(before);
    }

    /** An answer every 20 s. */
    private void steady(int agents) {
        estimates.waits(LOANS, NOON);
        for (int i = 1; i <= 10; i++) {
            estimates.moved(LOANS, NOON.plusSeconds(20L * i), agents, true);
        }
    }
}
