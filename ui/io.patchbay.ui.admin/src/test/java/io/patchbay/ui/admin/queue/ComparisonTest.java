// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.queue.Replays.Figures;
import io.patchbay.api.queue.Replays.Outcome;
import io.patchbay.ui.admin.queue.Comparison.Line;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Figures figures(int inTime, int abandoned, int average, int firstStep, int helped) {
        return new Figures(
                100 - abandoned,
                inTime,
                abandoned,
                Duration.ofSeconds(average),
                Duration.ofSeconds(average * 4L),
                firstStep,
                Duration.ofMinutes(helped));
    }

    @Test
    void eachFigureSaysWhatTheDraftChangesAndWhetherThatIsGood() {
        Outcome outcome = new Outcome(figures(70, 8, 36, 92, 0), figures(72, 7, 34, 93, 0), figures(83, 3, 21, 78, 26));
        assertThat(Comparison.lines(outcome))
                .startsWith(
                        new Line("level", "70.0%", "72.0%", "83.0%", "+11.0", true),
                        new Line("average", "0:36", "0:34", "0:21", "−13", true))
                .contains(new Line("abandoned", "8", "7", "3", "−4", true))
                .endsWith(new Line("helped", "0", "0", "26", "+26", false));
    }

    @Test
    void whatStaysHasNoDifference() {
        Outcome same = new Outcome(Figures.NONE, Figures.NONE, Figures.NONE);
        assertThat(Comparison.lines(same)).extracting(Line::change).containsOnly("");
        assertThat(Comparison.lines(same).subList(0, 2))
                .extracting(Line::actual)
                .containsOnly("–");
    }
}
