// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.core.witness.SyslogSender.Receiver;
import io.patchbay.core.witness.SyslogSender.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against receivers of our own on the loopback. */
@Timeout(60)
class SyslogSenderTest {
    private static final String HASH = "ab".repeat(32);
    private static final HeadLine HEAD = new HeadLine(42, Instant.parse("2026-11-22T13:00:00.123Z"), HASH, "i-1");

    private static ServerSocket listening(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return server;
    }

    private static SyslogSender sender(Transport transport, int port) {
        return new SyslogSender(new Receiver(transport, "127.0.0.1", port, Optional.empty()), 20);
    }

    /** One message of counted octets (RFC 6587, 3.4.1). */
    private static String framed(InputStream in) throws IOException {
        StringBuilder count = new StringBuilder();
        for (int c = in.read(); c != ' '; c = in.read()) {
            count.append((char) c);
        }
        return new String(in.readNBytes(Integer.parseInt(count.toString())), StandardCharsets.UTF_8);
    }

    @Test
    void aHeadIsOneMessageOfRfc5424() {
        assertThat(HEAD.syslog("-", 7))
                .isEqualTo("<109>1 2026-11-22T13:00:00.123Z - patchbay 7 journal-head [head@32473 seq=\"42\" hash=\""
                        + HASH + "\" installation=\"i-1\"] 42 2026-11-22T13:00:00.123Z " + HASH + " i-1");
        assertThat(HeadLine.parse(HEAD.text())).contains(HEAD);
        assertThat(HeadLine.parse(HEAD.text().substring(0, 60))).isEmpty();
    }

    @Test
    void aDatagramIsOneMessage() throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                SyslogSender sender = sender(Transport.UDP, receiver.getLocalPort())) {
            sender.send("first 首");
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            receiver.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("first 首");
        }
    }

    @Test
    void messagesOfAStreamAreCounted() throws IOException {
        try (ServerSocket server = listening(0);
                SyslogSender sender = sender(Transport.TCP, server.getLocalPort())) {
            sender.send("first 首");
            sender.send("second");
            try (Socket receiver = server.accept()) {
                assertThat(framed(receiver.getInputStream())).isEqualTo("first 首");
                assertThat(framed(receiver.getInputStream())).isEqualTo("second");
            }
        }
    }

    @Test
    void aReceiverThatCameBackGetsWhatWaited() throws IOException {
        ServerSocket before = listening(0);
        int port = before.getLocalPort();
        try (SyslogSender sender = sender(Transport.TCP, port)) {
            sender.send("one");
            try (Socket receiver = before.accept()) {
                assertThat(framed(receiver.getInputStream())).isEqualTo("one");
            }
            before.close();
            sender.send("two");
            sender.send("three");
            try (ServerSocket after = listening(port);
                    Socket receiver = after.accept()) {
                assertThat(framed(receiver.getInputStream())).isEqualTo("two");
                assertThat(framed(receiver.getInputStream())).isEqualTo("three");
            }
        }
    }

    @Test
    void whileTheReceiverIsAwayTheNewestThousandWait() throws IOException {
        int port;
        try (ServerSocket free = listening(0)) {
            port = free.getLocalPort();
        }
        try (SyslogSender sender = sender(Transport.TCP, port)) {
            for (int i = 0; i < 5_000; i++) {
                sender.send("m" + i);
            }
            try (ServerSocket server = listening(port);
                    Socket receiver = server.accept()) {
                String last = "";
                int count = 0;
                while (!last.equals("m4999")) {
                    last = framed(receiver.getInputStream());
                    count++;
                }
                assertThat(count).isBetween(1_000, 1_001);
            }
        }
    }
}
