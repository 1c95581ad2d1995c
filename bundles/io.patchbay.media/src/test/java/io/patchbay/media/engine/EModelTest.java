// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {
    /** R of 93.2 is a score of 4.41 (ITU-T G.107, annex B). */
    @ParameterizedTest
    @CsvSource({"0, 0, 4.41", "0, 150, 4.34", "0, 400, 3.06", "2, 0, 4.27", "5, 0, 3.91", "20, 0, 2.68", "100, 0, 1.19"
    })
    void lossAndDelayCost(double lostPercent, double delayMillis, double score) {
        assertThat(EModel.mos(lostPercent, delayMillis)).isCloseTo(score, within(0.1));
    }

    @Test
    void theWorstIsOne() {
        assertThat(EModel.mos(100, 5_000)).isEqualTo(1);
    }
}
