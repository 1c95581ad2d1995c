// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.media.G711;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The sound of a far end: says one tone in A-law as soon as it knows where, and keeps the last half second it heard.
 */
final class Sound implements AutoCloseable {
    private static final int FRAME = 160;
    private static final int KEPT = 4_000;
    private static final double AMPLITUDE = 8_000;

    private final int hertz;
    private final DatagramChannel channel;
    private final ScheduledThreadPoolExecutor ticks = new ScheduledThreadPoolExecutor(1);
    private final short[] heard = new short[KEPT];
    private volatile InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private volatile long count;
    private int sent;

    Sound(int hertz) {
        this.hertz = hertz;
        try {
            channel = DatagramChannel.open();
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var unused = ticks.scheduleAtFixedRate(this::tick, 20, 20, TimeUnit.MILLISECONDS);
    }

    /** What it says of itself. */
    String sdp() {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "c=IN IP4 127.0.0.1",
                "t=0 0",
                "m=audio " + channel.socket().getLocalPort() + " RTP/AVP 8",
                "a=sendrecv",
                "");
    }

    /** Where the other end is, by its SDP. */
    void agrees(String sdp) {
        String port = sdp.replaceFirst("(?s).*m=audio (\\d+) .*", "$1");
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    private void tick() {
        ByteBuffer packet = ByteBuffer.allocate(12 + FRAME);
        packet.put((byte) 0x80)
                .put((byte) 8)
                .putShort((short) sent)
                .putInt(sent * FRAME)
                .putInt(hertz);
        for (int i = 0; i < FRAME; i++) {
            double angle = 2 * Math.PI * hertz / 8_000 * (sent * FRAME + i);
            packet.put(G711.PCMA.encode((short) (AMPLITUDE * Math.sin(angle))));
        }
        sent++;
        try {
            channel.send(packet.flip(), to);
            listen();
        } catch (IOException e) {
            ticks.shutdown();
        }
    }

    private void listen() throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(2_048);
        while (channel.receive(packet) != null) {
            packet.flip().position(12);
            synchronized (heard) {
                while (packet.hasRemaining()) {
                    heard[(int) (count++ % KEPT)] = G711.PCMA.decode(packet.get());
                }
            }
            packet.clear();
        }
    }

    private static double level(short[] samples, int tone) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            real += samples[i] * Math.cos(2 * Math.PI * tone / 8_000 * i);
            imaginary += samples[i] * Math.sin(2 * Math.PI * tone / 8_000 * i);
        }
        return 2 * Math.hypot(real, imaginary) / samples.length / AMPLITUDE;
    }

    /** Whether a second's sound holds a tone as loud as it was said. */
    static boolean holds(short[] samples, int tone) {
        return level(samples, tone) > 0.6;
    }

    /** Whether it heard a tone for the last half second. */
    boolean hears(int tone) {
        synchronized (heard) {
            return count >= KEPT && holds(heard.clone(), tone);
        }
    }

    /** Whether anything was to be heard. */
    boolean hearsAnything() {
        synchronized (heard) {
            for (short sample : heard) {
                if (Math.abs(sample) > 200) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
