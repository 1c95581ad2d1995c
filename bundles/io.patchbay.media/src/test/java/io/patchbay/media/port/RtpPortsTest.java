// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.media.NoPortLeftException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RtpPortsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final int first = 2 * ThreadLocalRandom.current().nextInt(5_000, 9_500) + 1;
    private final RtpPorts ports = new RtpPorts(LOOPBACK, first, first + 20);
    private final List<PortPair> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(ports::close);
    }

    private PortPair open() throws NoPortLeftException {
        PortPair pair = ports.open();
        open.add(pair);
        return pair;
    }

    @Test
    void rtpIsEvenAndWithinTheRange() throws NoPortLeftException {
        assertThat(ports.free()).isEqualTo(10);
        assertThat(open().port()).isEven().isGreaterThan(first);
    }

    @Test
    void aPairIsUsedAgainAsLateAsPossible() throws NoPortLeftException {
        int used = open().port();
        ports.close(open.remove(0));
        for (int i = 0; i < 9; i++) {
            assertThat(open().port()).isNotEqualTo(used);
        }
        assertThat(open().port()).isEqualTo(used);
    }

    @Test
    void whenNoneIsLeftTheRangeAndItsUseAreNamed() throws NoPortLeftException {
        for (int i = 0; i < 10; i++) {
            open();
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(NoPortLeftException.class)
                .hasMessageContaining("of the 10 pairs in " + first + "-" + (first + 20))
                .hasMessageContaining("10 are in use here");
        ports.close(open.remove(0));
        assertThat(open()).isNotNull();
    }

    @Test
    void portsOfOtherProgramsArePassedOver() throws NoPortLeftException, IOException {
        int next = first + 1;
        try (DatagramSocket rtcpOfOther = new DatagramSocket(new InetSocketAddress(LOOPBACK, next + 1))) {
            assertThat(rtcpOfOther.isBound()).isTrue();
            assertThat(open().port()).isEqualTo(next + 2);
            assertThat(ports.free()).isEqualTo(9);
        }
    }
}
