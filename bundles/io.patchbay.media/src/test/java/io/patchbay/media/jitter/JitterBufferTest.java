// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.G711;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitterBufferTest {
    private static final int START = Integer.MAX_VALUE - 1_000;

    private final JitterBuffer buffer = new JitterBuffer(G711.PCMA);
    private final byte[] frame = new byte[160];

    /** Sample number n of the talk; loud, never 0, repeats after 101. */
    private static byte sample(int n) {
        return (byte) (n % 101 + 1);
    }

    private void put(int first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count + 7);
        for (int i = 0; i < count; i++) {
            bytes.put(i + 7, sample(first + i));
        }
        buffer.put(bytes, 7, count, START + first);
    }

    private boolean pull() {
        return buffer.pull(frame);
    }

    private void assertFrame(int first) {
        for (int i = 0; i < frame.length; i++) {
            assertThat(frame[i]).as("sample %d", first + i).isEqualTo(sample(first + i));
        }
    }

    @Test
    void anEmptyBufferIsSilent() {
        assertThat(pull()).isFalse();
        assertThat(buffer.depth()).isZero();
    }

    @Test
    void framesComeOutInOrderOneTickLater() {
        put(0, 160);
        assertThat(pull()).isFalse();
        for (int i = 1; i < 200; i++) {
            put(i * 160, 160);
            assertThat(pull()).isTrue();
            assertFrame((i - 1) * 160);
        }
        assertThat(buffer.late()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 160, 240, 320, 400, 480, 100, 1_600})
    void anyPacketLengthComesOutWhole(int length) {
        int sent = 0;
        int heard = 0;
        for (int tick = 0; tick < 500; tick++) {
            while (sent <= tick * 160) {
                put(sent, length);
                sent += length;
            }
            if (pull()) {
                assertFrame(heard);
                heard += 160;
            }
        }
        assertThat(heard).isGreaterThan(500 * 160 - 3 * 1_600);
        assertThat(buffer.late()).isZero();
    }

    @Test
    void orderAndDoublesDoNotMatter() {
        put(0, 160);
        pull();
        put(320, 160);
        put(160, 160);
        put(320, 160);
        for (int i = 0; i < 3; i++) {
            assertThat(pull()).isTrue();
            assertFrame(i * 160);
        }
        assertThat(buffer.late()).isEqualTo(1);
    }

    @Test
    void oneThatIsLostIsHiddenAndMovesNothing() {
        put(0, 160);
        pull();
        put(160, 160);
        pull();
        assertFrame(0);
        // The third is lost.
        pull();
        assertFrame(160);
        put(480, 160);
        assertThat(pull()).isTrue();
        put(640, 160);
        assertThat(pull()).isTrue();
        assertFrame(480);
        put(800, 160);
        pull();
        assertFrame(640);
        assertThat(buffer.depth()).isEqualTo(160);
    }

    @Test
    void aLongLossFadesToSilence() {
        put(0, 160);
        pull();
        pull();
        int quieter = Math.abs(G711.PCMA.decode(frame[50]));
        for (int i = 0; i < 3; i++) {
            assertThat(pull()).isTrue();
            assertThat(Math.abs(G711.PCMA.decode(frame[50]))).isLessThan(quieter);
            quieter = Math.abs(G711.PCMA.decode(frame[50]));
        }
        assertThat(pull()).isFalse();
    }

    @Test
    void aLineThatStutteredIsWaitedForAndNothingIsCut() {
        put(0, 160);
        pull();
        put(160, 160);
        pull();
        pull();
        // 80 ms without a packet, then all that was held up at once.
        for (int i = 0; i < 4; i++) {
            pull();
        }
        for (int i = 2; i < 7; i++) {
            put(i * 160, 160);
        }
        for (int i = 2; i < 7; i++) {
            assertThat(pull()).isTrue();
            assertFrame(i * 160);
            put((i + 5) * 160, 160);
        }
        assertThat(buffer.late()).isZero();
    }

    @Test
    void whatWasWaitedForIsGivenBackWhenTheLineIsSteadyAgain() {
        aLineThatStutteredIsWaitedForAndNothingIsCut();
        int before = buffer.depth();
        for (int i = 12; i < 1_500; i++) {
            put(i * 160, 160);
            pull();
        }
        assertThat(before).isGreaterThanOrEqualTo(5 * 160);
        assertThat(buffer.depth()).isLessThanOrEqualTo(2 * 160);
    }

    @Test
    void itNeverWaitsLongerThanTenFrames() {
        put(0, 160);
        for (int i = 0; i < 50; i++) {
            pull();
        }
        for (int i = 1; i <= 40; i++) {
            put(i * 160, 160);
        }
        assertThat(buffer.depth()).isLessThanOrEqualTo(11 * 160);
    }

    @Test
    void aJumpOfTheClockStartsAnew() {
        put(0, 160);
        pull();
        put(160, 160);
        pull();
        put(1_000_000, 160);
        pull();
        put(1_000_160, 160);
        assertThat(pull()).isTrue();
        assertFrame(1_000_000);
        for (int i = 0; i < 20; i++) {
            put(i * 160, 160);
            pull();
        }
        assertThat(buffer.depth()).isLessThanOrEqualTo(320);
        assertFrame(18 * 160);
    }

    @Test
    void aPauseOfTheSenderIsNoLoss() {
        put(0, 160);
        pull();
        for (int i = 0; i < 100; i++) {
            pull();
        }
        put(101 * 160, 160);
        pull();
        put(102 * 160, 160);
        assertThat(pull()).isTrue();
        assertFrame(101 * 160);
    }

    @Test
    void aShakyLineIsHeardWithFewGaps() {
        Random random = new Random(42);
        int[] arrival = new int[3_000];
        for (int i = 0; i < arrival.length; i++) {
            arrival[i] = i + random.nextInt(4);
        }
        int gaps = 0;
        for (int tick = 0; tick < arrival.length; tick++) {
            for (int i = Math.max(0, tick - 4); i <= tick; i++) {
                if (arrival[i] == tick) {
                    put(i * 160, 160);
                }
            }
            gaps += pull() ? 0 : 1;
        }
        assertThat(gaps).isLessThan(10);
        assertThat(buffer.late()).isLessThan(60);
        assertThat(buffer.depth()).isLessThanOrEqualTo(8 * 160);
    }

    @Test
    void aSenderWhoseClockIsSlowOrFastIsFollowed() {
        for (int perMille : new int[] {-2, 2}) {
            buffer.restart(G711.PCMA);
            int sent = 0;
            for (int tick = 0; tick < 20_000; tick++) {
                while (sent * 1_000L < tick * 160L * (1_000 + perMille)) {
                    put(sent, 160);
                    sent += 160;
                }
                pull();
            }
            assertThat(buffer.depth()).isLessThanOrEqualTo(5 * 160);
        }
    }
}
