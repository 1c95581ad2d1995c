// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyReceiverTest {
    private final List<String> pressed = new ArrayList<>();
    private final KeyReceiver keys = new KeyReceiver((digit, samples) -> pressed.add(digit + " " + samples));

    private void update(int event, int lasted, int began) {
        packet(event, 10, lasted, began);
    }

    private void end(int event, int lasted, int began) {
        packet(event, 0x8A, lasted, began);
    }

    private void packet(int event, int flags, int lasted, int began) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4).put((byte) event).put((byte) flags).putShort((short) lasted);
        keys.take(bytes, 0, 4, began, false);
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            keys.tick();
        }
    }

    @Test
    void threeEndsAreOnePress() {
        update(1, 160, 1_000);
        update(1, 320, 1_000);
        end(1, 480, 1_000);
        end(1, 480, 1_000);
        end(1, 480, 1_000);
        ticks(100);
        assertThat(pressed).containsExactly("1 480");
    }

    @Test
    void aPressOfWhichOnlyAnEndArrivesIsOne() {
        end(11, 800, 1_000);
        assertThat(pressed).containsExactly("# 800");
    }

    @Test
    void aPressWhoseEndsAreAllLostEndsByItself() {
        update(9, 160, 1_000);
        update(9, 640, 1_000);
        ticks(10);
        assertThat(pressed).isEmpty();
        ticks(1);
        assertThat(pressed).containsExactly("9 640");
        end(9, 800, 1_000);
        assertThat(pressed).hasSize(1);
    }

    @Test
    void theNextPressEndsOneWhoseEndsWereLost() {
        update(1, 800, 1_000);
        update(1, 160, 2_600);
        end(1, 320, 2_600);
        assertThat(pressed).containsExactly("1 800", "1 320");
    }

    @Test
    void aPacketOutOfOrderIsNoPress() {
        end(1, 800, 1_000);
        update(2, 160, 3_000);
        end(1, 800, 1_000);
        update(2, 480, 3_000);
        update(2, 320, 3_000);
        end(2, 480, 3_000);
        assertThat(pressed).containsExactly("1 800", "2 480");
    }

    @Test
    void theSameKeyTwiceIsTwoPresses() {
        end(5, 800, 1_000);
        end(5, 800, 2_600);
        assertThat(pressed).containsExactly("5 800", "5 800");
    }

    @Test
    void aLongKeyOfSeveralEventsIsOnePress() {
        for (int lasted = 160; lasted < 0xFFFF; lasted += 160) {
            update(0, lasted, 1_000);
            ticks(1);
        }
        for (int lasted = 160; lasted <= 16_000; lasted += 160) {
            update(0, lasted, 1_000 + 65_535);
            ticks(1);
        }
        end(0, 16_000, 1_000 + 65_535);
        assertThat(pressed).hasSize(1);
        assertThat(Integer.parseInt(pressed.get(0).substring(2))).isBetween(81_000, 81_535);
    }

    @Test
    void timeStampsMayWrap() {
        end(1, 800, Integer.MAX_VALUE);
        end(2, 800, Integer.MIN_VALUE + 1_000);
        assertThat(pressed).containsExactly("1 800", "2 800");
    }

    @Test
    void eventsThatAreNoKeysAndShortPacketsAreNothing() {
        end(16, 800, 1_000);
        end(255, 800, 2_000);
        keys.take(ByteBuffer.allocate(3), 0, 3, 1, false);
        ticks(20);
        assertThat(pressed).isEmpty();
    }
}
