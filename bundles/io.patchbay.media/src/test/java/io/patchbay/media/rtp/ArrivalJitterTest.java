// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArrivalJitterTest {
    private static final long TICK = 20_000_000;

    private final ArrivalJitter jitter = new ArrivalJitter();

    @Test
    void aSteadyStreamThatMeetsTheTickUnevenlyHasNone() {
        for (int i = 0; i < 200; i++) {
            // Every other tick finds two packets, the one between none.
            long now = TICK * (i / 2 * 2 + 2);
            jitter.arrived(now, now - TICK, i * 160);
        }
        assertThat(jitter.samples()).isZero();
    }

    @Test
    void delaysBeyondATickCount() {
        for (int i = 0; i < 400; i++) {
            long now = i * TICK + (i % 2 == 0 ? 0 : 60_000_000);
            jitter.arrived(now, now - TICK, i * 160);
        }
        assertThat(jitter.samples() / 8).isCloseTo(40, within(1.0));
    }

    @Test
    void aRestartComparesWithNothing() {
        jitter.arrived(0, 0, 0);
        jitter.restart();
        jitter.arrived(10 * TICK, 9 * TICK, 5_000_000);
        assertThat(jitter.samples()).isZero();
    }
}
