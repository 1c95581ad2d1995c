// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Start, stop, start again, and what hostile streams do to the others. */
class LifecycleTest {
    @Test
    void nothingIsLeftAfterCloseAndTheSamePortServesAgain() throws Exception {
        int port = Rig.freePort();
        for (int i = 0; i < 2; i++) {
            try (SipNode node = Target.node(port);
                    Phone udp = Phone.udp(port);
                    Phone tcp = Phone.tcp(port)) {
                udp.send(Ping.options("UDP", udp.port(), "u" + i));
                tcp.send(Ping.options("TCP", tcp.port(), "t" + i));
                assertThat(udp.receive(5_000)).isPresent();
                assertThat(tcp.receive(5_000)).isPresent();
                assertThat(node.figures().received()).isEqualTo(2);
                assertThat(threads()).isNotEmpty();
            }
            assertThat(threadsThatStay()).isEmpty();
        }
    }

    /** Those that have not ended 30 s after the close. */
    private static List<String> threadsThatStay() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!threads().isEmpty() && System.nanoTime() < limit) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return threads();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("patchbay-sip"))
                .toList();
    }

    @Test
    void aPortInUseIsNamedAndNothingStaysOpen() throws Exception {
        int port = Rig.freePort();
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThatThrownBy(() -> Target.node(port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port + "/TCP");
        }
        try (DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertThat(udp.isBound()).isTrue();
        }
        assertThat(threadsThatStay()).isEmpty();
    }

    @Test
    void anAddressThatNobodyReachesIsNotAdvertised() {
        assertThatThrownBy(() -> SipSettings.on("0.0.0.0", 5060)).hasMessageContaining("advertise");
    }

    @Test
    void aMessageMayComeInPiecesAndSeveralAtOnce() throws Exception {
        int port = Rig.freePort();
        try (SipNode node = Target.node(port);
                Phone phone = Phone.tcp(port)) {
            String two = "\r\n\r\n" + Ping.options("TCP", phone.port(), "p1") + Ping.options("TCP", phone.port(), "p2");
            for (byte each : two.getBytes(StandardCharsets.US_ASCII)) {
                phone.send(new byte[] {each});
            }
            assertThat(phone.receive(5_000))
                    .hasValueSatisfying(text -> assertThat(text).contains("Call-ID: p1"));
            assertThat(phone.receive(5_000))
                    .hasValueSatisfying(text -> assertThat(text).contains("Call-ID: p2"));
            assertThat(node.figures().parseErrors()).isZero();
        }
    }

    @Test
    void aKeepAliveIsAnswered() throws Exception {
        int port = Rig.freePort();
        try (SipNode node = Target.node(port);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(2)).containsExactly('\r', '\n');
            assertThat(node.figures().received()).isZero();
        }
    }

    @Test
    void aStreamThatCannotBeCutEndsAndTheNextIsServed() throws Exception {
        int port = Rig.freePort();
        List<String> hostile = List.of(
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: -5\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 7\r\n\r\n",
                "l: x\r\n\r\n",
                "x".repeat(70_000));
        try (SipNode node = Target.node(port)) {
            for (String frame : hostile) {
                try (Phone phone = Phone.tcp(port)) {
                    phone.send("OPTIONS sip:x@127.0.0.1 SIP/2.0\r\n" + frame);
                    assertThat(phone.receive(5_000)).isEmpty();
                }
            }
            try (Phone phone = Phone.tcp(port)) {
                phone.send(Ping.options("TCP", phone.port(), "good"));
                assertThat(phone.receive(5_000)).isPresent();
            }
            assertThat(node.figures().parseErrors()).isEqualTo(hostile.size());
        }
    }
}
