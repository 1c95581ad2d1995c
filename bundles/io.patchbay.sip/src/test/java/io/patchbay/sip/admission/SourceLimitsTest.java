// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SourceLimitsTest {
    private long nanos;
    private final SourceLimits limits = new SourceLimits(10, 20, 2, () -> nanos);

    @Test
    void aSourceIsLookedAtThenRefusedThenIgnored() {
        assertThat(shares("a", 100))
                .isEqualTo(Map.of(
                        SourceLimits.Share.LOOKED_AT, 20,
                        SourceLimits.Share.REFUSED, 20,
                        SourceLimits.Share.NOTHING, 60));
    }

    @Test
    void aSourceThatFloodsKeepsItsAverageShare() {
        shares("a", 100);
        nanos += TimeUnit.SECONDS.toNanos(1);
        assertThat(shares("a", 100)).containsEntry(SourceLimits.Share.LOOKED_AT, 10);
    }

    @Test
    void oneSourceDoesNotTakeFromAnother() {
        shares("a", 100);
        assertThat(limits.take("b")).isEqualTo(SourceLimits.Share.LOOKED_AT);
    }

    @Test
    void sourcesBeyondTheBoundShareOneCount() {
        limits.take("a");
        limits.take("b");
        shares("c", 40);
        assertThat(limits.take("d")).isEqualTo(SourceLimits.Share.NOTHING);
    }

    @Test
    void aQuietSourceIsForgotten() {
        shares("a", 40);
        shares("b", 40);
        nanos += TimeUnit.SECONDS.toNanos(3);
        limits.sweep();
        assertThat(limits.take("c")).isEqualTo(SourceLimits.Share.LOOKED_AT);
    }

    private Map<SourceLimits.Share, Integer> shares(String host, int count) {
        Map<SourceLimits.Share, Integer> shares = new EnumMap<>(SourceLimits.Share.class);
        for (int i = 0; i < count; i++) {
            shares.merge(limits.take(host), 1, Integer::sum);
        }
        return shares;
    }
}
