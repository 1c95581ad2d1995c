// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ui.admin.queue.FitCurve.Captions;
import io.patchbay.ui.admin.queue.FitCurve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitCurveTest {
    private static final Captions WORDS = new Captions("s", "goal <20> s", "fit", "who 'fits'");

    @Test
    void theCurveClimbsWhereAStepBegins() {
        String svg = FitCurve.draw(
                        List.of(new Point(0, 3, false), new Point(30, 7, true), new Point(42, 24, false)), 20, WORDS)
                .orElseThrow();
        assertThat(svg)
                .contains("V109.3H500.0V92.3H684.0V20.0H960.0")
                .contains("class='ba'")
                .contains(">60 s</text>")
                .contains("goal &lt;20&gt; s")
                .contains("who &#39;fits&#39;");
    }

    @Test
    void nothingIsDrawnWhileTimesAreWrong() {
        assertThat(FitCurve.draw(List.of(new Point(0, 3, false), new Point(0, 7, true)), 20, WORDS))
                .isEmpty();
    }
}
