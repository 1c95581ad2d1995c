// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.flow.Flow;
import io.patchbay.sip.flow.FlowSocket;
import io.patchbay.sip.flow.FlowSocket.Why;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The bounds of sockets, with a clock moved by hand. */
class FlowsTest implements FlowSocket {
    private static final byte[] MESSAGE = {'x'};

    private long nanos;
    private final List<Peer> lost = new ArrayList<>();
    private final List<Why> closed = new ArrayList<>();
    private final List<byte[]> taken = new ArrayList<>();
    private final Flows flows = new Flows(10, 20, () -> nanos, lost::add);

    @Override
    public boolean send(byte[] message) {
        return true;
    }

    @Override
    public void close(Why why) {
        closed.add(why);
    }

    private Optional<Flow> open(String host, int port) {
        return flows.open(host, port, Transport.WS, this, (message, source) -> taken.add(message));
    }

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void whoSaysTooMuchIsCutOff() {
        Flow flow = open("192.0.2.7", 4_000).orElseThrow();
        for (int i = 0; i < 20; i++) {
            flow.arrived(MESSAGE);
        }
        assertThat(closed).isEmpty();
        flow.arrived(MESSAGE);
        assertThat(closed).containsExactly(Why.TOO_FAST);
        pass(1);
        for (int i = 0; i < 10; i++) {
            flow.arrived(MESSAGE);
        }
        assertThat(taken).hasSize(30);
    }

    @Test
    void socketsBehindAProxyAreToldApart() {
        assertThat(open("192.0.2.7", 4_000).orElseThrow().peer()).isEqualTo(new Peer("192.0.2.7", 4_000, Transport.WS));
        assertThat(open("192.0.2.7", 4_000).orElseThrow().peer()).isEqualTo(new Peer("192.0.2.7", 4_001, Transport.WS));
        assertThat(open("192.0.2.7", 0).orElseThrow().peer()).isEqualTo(new Peer("192.0.2.7", 1_024, Transport.WS));
        assertThat(open("192.0.2.7", 65_535).orElseThrow().peer().port()).isEqualTo(65_535);
        assertThat(open("192.0.2.7", 65_535).orElseThrow().peer().port()).isEqualTo(1_025);
    }

    @Test
    void oneAddressHasItsShareAndAllTogetherTheirs() {
        for (int i = 0; i < 500; i++) {
            assertThat(open("192.0.2.7", 0)).isPresent();
        }
        assertThat(open("192.0.2.7", 0)).isEmpty();
        for (int i = 500; i < 5_000; i++) {
            assertThat(open("10.0." + i / 250 + "." + i % 250, 0)).isPresent();
        }
        assertThat(open("198.51.100.1", 0)).isEmpty();
        assertThat(flows.size()).isEqualTo(5_000);
    }

    @Test
    void aSocketThatIsClosedIsLostOnceAndMakesRoom() {
        Flow flow = open("192.0.2.7", 4_000).orElseThrow();
        assertThat(flows.isOpen(flow.peer())).isTrue();
        flow.closed();
        flow.closed();
        assertThat(lost).containsExactly(flow.peer());
        assertThat(flows.isOpen(flow.peer())).isFalse();
        flow.arrived(MESSAGE);
        assertThat(taken).isEmpty();
    }

    @Test
    void whoIsNeitherRegisteredNorInACallDoesNotStay() {
        Flow used = open("192.0.2.7", 4_000).orElseThrow();
        assertThat(open("192.0.2.7", 5_000)).isPresent();
        pass(299);
        flows.sweep(() -> Set.of(used.peer()));
        assertThat(closed).isEmpty();
        pass(11);
        flows.sweep(() -> Set.of(used.peer()));
        assertThat(closed).containsExactly(Why.UNUSED);
    }

    @Test
    void aFaultOfOneMessageCostsItsSocketOnly() {
        Flow flow = flows.open("192.0.2.7", 1, Transport.WS, this, (message, source) -> {
                    throw new IllegalStateException("fault");
                })
                .orElseThrow();
        flow.arrived(MESSAGE);
        assertThat(closed).containsExactly(Why.ILLEGIBLE);
    }
}
