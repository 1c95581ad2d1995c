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
import java.util.stream.LongStream;

/**
 * The far ends of {@link MediaBenchmark}, in a process of their own: sends 50 packets a second to each leg, evenly
 * spread over the 20 ms, and counts what comes back. Each frame begins with who said it and when in his stream, so that
 * it is known how long the engine kept it. Reads the legs' ports from standard input, writes its own to standard
 * output, sends for so many seconds, then writes what it sent and received, and the delays.
 */
public final class Callers {
    private static final int LEGS_A_SOCKET = 8;
    private static final int SLICES = 20;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int PACKET = 172;
    private static final int HEADER = 12;
    private static final int STAMP = 0x5A17;
    private static final int REMEMBERED = 256;
    private static final int BUCKET_NANOS = 100_000;
    private static final int BUCKETS = 3_000;

    private final List<DatagramChannel> sockets = new ArrayList<>();
    private final List<InetSocketAddress> targets = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(PACKET);
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final byte[] speech = new byte[1 << 16];
    private final int[] payloadTypes;
    private long sent;
    private long received;
    private final long[] sentAt;
    private final long[] delays = new long[BUCKETS];
    private final int measuredFrom;

    private Callers(int legs, int secondPayloadType, int warmUpSeconds) throws IOException {
        sentAt = new long[legs * REMEMBERED];
        measuredFrom = warmUpSeconds * 50;
        payloadTypes = new int[] {8, secondPayloadType};
        new Random(711).nextBytes(speech);
        for (int leg = 0; leg < legs; leg += LEGS_A_SOCKET) {
            DatagramChannel socket = DatagramChannel.open();
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
            sockets.add(socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        }
    }

    /** How many legs, how many seconds, payload type of every other leg, from which second on delays count. */
    public static void main(String[] args) throws IOException {
        int legs = Integer.parseInt(args[0]);
        Callers callers = new Callers(legs, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
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
        System.out.printf("%.1f %.1f %.1f%n", callers.delay(0.5), callers.delay(0.99), callers.delay(0.999));
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
                .putShort(HEADER, (short) STAMP)
                .putShort(HEADER + 2, (short) leg)
                .putInt(HEADER + 4, number)
                .flip();
        sentAt[leg * REMEMBERED + number % REMEMBERED] = System.nanoTime();
        sent += socket(leg).send(out, targets.get(leg)) > 0 ? 1 : 0;
    }

    /** Reading often is dear: many calls are read less often. */
    static int millisBetweenReads(int calls) {
        return calls <= 200 ? 1 : 4;
    }

    private void listen(int slice) throws IOException {
        int apart = millisBetweenReads(targets.size() / 2);
        for (int i = slice % apart; i < sockets.size(); i += apart) {
            DatagramChannel socket = sockets.get(i);
            while (socket.receive(in.clear()) != null) {
                received += in.position() == PACKET ? 1 : 0;
                heard();
            }
        }
    }

    /** One frame came back; sound between two laws is changed on its way and has no stamp any more. */
    private void heard() {
        if (in.position() == PACKET && (in.getShort(HEADER) & 0xFFFF) == STAMP) {
            int leg = in.getShort(HEADER + 2) & 0xFFFF;
            int number = in.getInt(HEADER + 4);
            if (number >= measuredFrom) {
                long nanos = System.nanoTime() - sentAt[leg * REMEMBERED + number % REMEMBERED];
                delays[(int) Math.min(BUCKETS - 1, nanos / BUCKET_NANOS)]++;
            }
        }
    }

    /** The delay in milliseconds that so much of all frames do not exceed; 0 if none was measured. */
    private double delay(double share) {
        long all = LongStream.of(delays).sum();
        long below = 0;
        for (int bucket = 0; bucket < BUCKETS && all > 0; bucket++) {
            below += delays[bucket];
            if (below >= share * all) {
                return (bucket + 1) * BUCKET_NANOS / 1e6;
            }
        }
        return 0;
    }
}
