// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import static io.patchbay.media.rtp.RtpSource.Arrival.IGNORED;
import static io.patchbay.media.rtp.RtpSource.Arrival.NEW_SOURCE;
import static io.patchbay.media.rtp.RtpSource.Arrival.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.rtp.RtpSource.Arrival;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RtpSourceTest {
    private final RtpSource source = new RtpSource();

    private Arrival arrives(int sequence, int ssrc) {
        ByteBuffer bytes = ByteBuffer.allocate(12);
        RtpPacket.header(bytes, false, 8, sequence, 0, ssrc);
        RtpPacket packet = new RtpPacket();
        assertThat(packet.parse(bytes, 12)).isTrue();
        return source.arrived(packet);
    }

    @Test
    void theFirstPacketBeginsTheStream() {
        assertThat(arrives(100, 7)).isEqualTo(NEW_SOURCE);
        assertThat(arrives(101, 7)).isEqualTo(TAKEN);
        assertThat(source.lost()).isZero();
        assertThat(source.received()).isEqualTo(2);
    }

    @Test
    void lossIsCountedOverTheWrapOfTheSequence() {
        arrives(65_534, 7);
        arrives(65_535, 7);
        arrives(2, 7);
        assertThat(source.lost()).isEqualTo(2);
        assertThat(source.extendedHighest()).isEqualTo(65_538);
        assertThat(source.fractionLost()).isEqualTo(2 * 256 / 5);
        assertThat(source.fractionLost()).isZero();
    }

    @Test
    void whatComesLateIsNotLost() {
        arrives(10, 7);
        arrives(12, 7);
        assertThat(source.lost()).isEqualTo(1);
        assertThat(arrives(11, 7)).isEqualTo(TAKEN);
        assertThat(source.lost()).isZero();
    }

    @Test
    void anotherSourceNeedsTwoPacketsInARow() {
        arrives(10, 7);
        assertThat(arrives(500, 8)).isEqualTo(IGNORED);
        assertThat(arrives(501, 8)).isEqualTo(NEW_SOURCE);
        assertThat(source.ssrc()).isEqualTo(8);
    }

    @Test
    void whoTalksInBetweenDoesNotTakeTheStreamOver() {
        for (int i = 0; i < 20; i++) {
            arrives(10 + i, 7);
            assertThat(arrives(500 + i, 8)).isEqualTo(IGNORED);
        }
        assertThat(source.ssrc()).isEqualTo(7);
        assertThat(source.lost()).isZero();
    }

    @Test
    void aJumpOfTheSequenceNeedsTwoPacketsInARow() {
        arrives(10, 7);
        assertThat(arrives(30_000, 7)).isEqualTo(IGNORED);
        assertThat(arrives(11, 7)).isEqualTo(TAKEN);
        assertThat(arrives(40_000, 7)).isEqualTo(IGNORED);
        assertThat(arrives(40_001, 7)).isEqualTo(NEW_SOURCE);
        assertThat(source.lost()).isZero();
    }

    @Test
    void lossesOfAnEarlierSourceAreKept() {
        arrives(10, 7);
        arrives(14, 7);
        arrives(500, 8);
        arrives(501, 8);
        assertThat(source.lost()).isEqualTo(3);
        assertThat(source.received()).isEqualTo(3);
    }

    @Test
    void doublesDoNotMakeALossNegative() {
        arrives(10, 7);
        arrives(10, 7);
        arrives(10, 7);
        assertThat(source.lost()).isZero();
        assertThat(source.cumulativeLost()).isEqualTo(-2);
    }
}
