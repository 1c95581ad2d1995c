// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.call.LiveCall.SoundQuality;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityWordTest {
    @ParameterizedTest
    @CsvSource({"4.4, 0, GOOD", "4.0, 19, GOOD", "3.9, 0, FAIR", "4.2, 20, FAIR", "3.5, 0, POOR", "4.2, 50, POOR"})
    void aLegSoundsAsItsWorstFigureSays(double mos, int lostPermille, QualityWord word) {
        SoundQuality quality = new SoundQuality("PCMA", 5_000, lostPermille, 3, Optional.empty(), mos);
        assertThat(QualityWord.of(quality)).isEqualTo(word);
    }
}
