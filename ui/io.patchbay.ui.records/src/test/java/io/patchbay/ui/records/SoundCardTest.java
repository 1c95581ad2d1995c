// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.RecordingId;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundCardTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T02:26:08Z");

    private static RecordedPart part(long from, Optional<Long> to) {
        Instant begin = BEGAN.plusSeconds(from);
        return new RecordedPart(RecordingId.at(begin.toEpochMilli()), begin, to.map(BEGAN::plusSeconds), true);
    }

    @Test
    void aRecordingLastsFromItsFirstSoundToItsLastPausesIncluded() {
        List<RecordedPart> parts = List.of(part(0, Optional.of(30L)), part(90, Optional.of(120L)));
        assertThat(SoundCard.length(parts, BEGAN.plusSeconds(900))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aRunningRecordingLastsUntilNow() {
        assertThat(SoundCard.length(List.of(part(0, Optional.empty())), BEGAN.plusSeconds(42)))
                .isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void nothingRecordedLastsNothing() {
        assertThat(SoundCard.length(List.of(), BEGAN)).isZero();
    }
}
