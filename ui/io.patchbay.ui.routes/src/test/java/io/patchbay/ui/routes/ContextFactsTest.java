// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteContext.State;
import io.patchbay.camel.api.RouteLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextFactsTest {
    private static ContextFacts facts(State state, String problem, boolean started, long total) {
        RouteLine line = new RouteLine(
                "price",
                "timer:price",
                started,
                new RouteLine.Figures(total, total, 0, Duration.ZERO, Optional.empty()),
                Optional.of(new RouteLine.Failure(Instant.ofEpochSecond(total), "refused")));
        return ContextFacts.of(new RouteContext("price.yaml", RouteContext.Origin.FILE, state, problem, List.of(line)));
    }

    @Test
    void figuresAndFailuresAloneDrawNothingAnew() {
        assertThat(facts(State.STARTED, "", true, 1)).isEqualTo(facts(State.STARTED, "", true, 2));
    }

    @Test
    void aStateOrAProblemDoes() {
        ContextFacts before = facts(State.STARTED, "", true, 1);
        assertThat(before).isNotEqualTo(facts(State.STARTED, "", false, 1));
        assertThat(before).isNotEqualTo(facts(State.STARTED, "price.yaml, line 3", true, 1));
    }

    @Test
    void aRefusedChangeOfWhatRunsGoesOnAndARefusedFileDoesNot() {
        assertThat(facts(State.STARTED, "price.yaml, line 3", true, 1).goesOn()).isTrue();
        assertThat(facts(State.REFUSED, "price.yaml, line 3", false, 1).goesOn())
                .isFalse();
        assertThat(facts(State.STARTED, "", true, 1).goesOn()).isFalse();
    }
}
