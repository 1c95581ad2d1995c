// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * The far ends of {@link MediaBenchmark}, in a process of their own: sends 50 packets a second to each leg, evenly
 * spread over the 20 ms, and counts what comes back. Reads the legs' ports from standard input, writes its own to
 * standard output, sends for so many seconds, then writes what it sent and received.
 */
public final class Callers {
    private static final int LEGS_A_SOCKET = 8;
    private static final int SLICES = 20;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int PACKET = 172;

    private final List<DatagramChannel> sockets = new ArrayList<>();
    private final List<InetSocketAddress> targets = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(PACKET);
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final byte[] speech = new byte[1 << 16];
    private final int[] payloadTypes;
    private long sent;
    private long received;

    private Callers(int legs, int secondPayloadType) throws IOException {
        payloadTypes = new int[] {8, secondPayloadType};
        new Random(711).nextBytes(speech);
        for (int leg = 0; leg < legs; leg += LEGS_A_SOCKET) {
            DatagramChannel socket = DatagramChannel.open();
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
            sockets.add(socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        }
    }

    /** How many legs, how many seconds, payload type of every other leg. */
    public static void main(String[] args) throws IOException {
        int legs = Integer.parseInt(args[0]);
        Callers callers = new Callers(legs, Integer.parseInt(args[2]));
        for (int leg = 0; leg < legs; leg++) {
            System.out.println(((InetSocketAddress) callers.socket(leg).getLocalAddress()).getPort());
        }
        BufferedReader ports = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (int leg = 0; leg < legs; leg++) {
            int port = Integer.parseInt(ports.readLine());
            callers.targets.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        callers.talk(Integer.parseInt(args[1]));
        System.out.println(callers.sent);
        System.out.println(callers.received);
    }

    private DatagramChannel socket(int leg) {
        return sockets.get(leg / LEGS_A_SOCKET);
    }

    private void talk(int seconds) throws IOException {
        long start = System.nanoTime();
        int slices = seconds * 1_000;
        for (int slice = 0; slice < slices; slice++) {
            long due = start + slice * SLICE_NANOS;
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            for (int leg = slice % SLICES; leg < targets.size(); leg += SLICES) {
                send(leg, slice / SLICES);
            }
            listen(slice % SLICES);
        }
        for (int i = 0; i < SLICES; i++) {
            listen(i);
        }
    }

    private void send(int leg, int number) throws IOException {
        out.clear().putShort((short) (0x8000 | payloadTypes[leg % 2])).putShort((short) number);
        out.putInt(number * 160)
                .putInt(leg + 1)
                .put(speech, (number * 160 + leg * 97) & 0xFEFF, 160)
                .flip();
        sent += socket(leg).send(out, targets.get(leg)) > 0 ? 1 : 0;
    }

    private void listen(int slice) throws IOException {
        for (int i = slice % 4; i < sockets.size(); i += 4) {
            DatagramChannel socket = sockets.get(i);
            while (socket.receive(in.clear()) != null) {
                received += in.position() == PACKET ? 1 : 0;
            }
        }
    }
}
