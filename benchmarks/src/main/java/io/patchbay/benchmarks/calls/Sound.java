// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * The sockets that far ends have sound at. A line that talks sends 50 packets a second; all of them are spread evenly
 * over the 20 ms. What comes back is counted.
 */
final class Sound implements AutoCloseable {
    private static final int SLICES = 20;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int PACKET = 172;
    private static final short VERSION_2_PCMA = (short) 0x8008;

    private final List<Line> lines = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(PACKET);
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final byte[] speech = new byte[1 << 16];
    private final Thread speaker = new Thread(this::speak, "benchmark-sound");
    private volatile boolean closed;
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    private static final class Line {
        private final DatagramChannel socket;
        private volatile InetSocketAddress target;
        private int number;

        Line() throws IOException {
            socket = DatagramChannel.open();
            socket.configureBlocking(false);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }
    }

    Sound(int count) throws IOException {
        new Random(711).nextBytes(speech);
        for (int i = 0; i < count; i++) {
            lines.add(new Line());
        }
        speaker.setDaemon(true);
        speaker.start();
    }

    int port(int line) {
        return lines.get(line).socket.socket().getLocalPort();
    }

    /** From now on to this port of Patchbay. */
    void talk(int line, int port) {
        lines.get(line).target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    void silence() {
        lines.forEach(line -> line.target = null);
    }

    /** Packets so far. */
    long sent() {
        return sent.sum();
    }

    /** Packets that came back so far. */
    long received() {
        return received.sum();
    }

    private void speak() {
        long start = System.nanoTime();
        try {
            for (long slice = 0; !closed; slice++) {
                long due = start + slice * SLICE_NANOS;
                while (due - System.nanoTime() > 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                for (int i = (int) (slice % SLICES); i < lines.size(); i += SLICES) {
                    turn(lines.get(i), i);
                }
            }
        } catch (ClosedChannelException e) {
            return; // the run is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turn(Line line, int index) throws IOException {
        while (line.socket.receive(in.clear()) != null) {
            received.increment();
        }
        InetSocketAddress target = line.target;
        if (target != null) {
            int number = line.number++;
            out.clear().putShort(VERSION_2_PCMA).putShort((short) number).putInt(number * 160);
            out.putInt(index + 1)
                    .put(speech, (number * 160 + index * 97) & 0xFEFF, 160)
                    .flip();
            sent.add(line.socket.send(out, target) > 0 ? 1 : 0);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (Line line : lines) {
            line.socket.close();
        }
    }
}
