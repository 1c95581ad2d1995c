// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopsTest {
    private static final Peer SEEN = new Peer("203.0.113.5", 40_000, Transport.UDP);

    @Test
    void anAddressThatCanBeReachedIsTakenAtItsWord() {
        assertThat(next("sip:a@198.51.100.1:5080")).isEqualTo(new Peer("198.51.100.1", 5080, Transport.UDP));
        assertThat(next("sip:a@203.0.113.5")).isEqualTo(new Peer("203.0.113.5", 5060, Transport.UDP));
    }

    @Test
    void aPhoneBehindNatIsReachedWhereItWasSeen() {
        for (String inside : List.of("10.1.2.3", "192.168.0.9", "172.20.0.1", "127.0.0.1", "[fd00::1]")) {
            assertThat(next("sip:a@" + inside + ":5062")).isEqualTo(SEEN);
        }
    }

    @Test
    void aNameIsNotLookedUp() {
        assertThat(next("sip:a@pbx.example")).isEqualTo(SEEN);
        assertThat(next("tel:+86")).isEqualTo(SEEN);
    }

    @Test
    void aConnectionThatStandsIsUsed() {
        Peer stream = new Peer("203.0.113.5", 40_000, Transport.TCP);
        assertThat(Hops.next(List.of(), "sip:a@203.0.113.5:5060;transport=tcp", stream))
                .isEqualTo(stream);
    }

    @Test
    void theFirstRouteGoesBeforeTheTarget() {
        assertThat(Hops.next(List.of("<sip:198.51.100.9;transport=tcp;lr>"), "sip:a@198.51.100.1", SEEN))
                .isEqualTo(new Peer("198.51.100.9", 5060, Transport.TCP));
    }

    private static Peer next(String target) {
        return Hops.next(List.of(), target, SEEN);
    }
}
