// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.media.G711;
import io.patchbay.media.SecuredPath.Content;
import io.patchbay.sip.sdp.Crypto;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import io.patchbay.webrtc.srtp.SrtpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The sound of a far end: says one tone in A-law as soon as it knows where, and keeps the last half second it heard.
 */
final class Sound implements AutoCloseable {
    private static final int FRAME = 160;
    private static final int KEPT = 4_000;
    private static final int WINDOW = 800;
    private static final int SOURCE = 4711;
    private static final double AMPLITUDE = 8_000;

    private volatile int hertz;
    private final DatagramChannel channel;
    private final ScheduledThreadPoolExecutor ticks = new ScheduledThreadPoolExecutor(1);
    private final short[] heard = new short[KEPT];
    private final Optional<Crypto> ours;
    private Optional<SrtpSession> sealed = Optional.empty();
    private volatile InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private volatile long count;
    private final List<Short> all = new ArrayList<>();
    private int sent;

    Sound(int hertz) {
        this(hertz, Optional.empty());
    }

    /** {@code ours} is the key with which it seals what it says (SRTP). */
    Sound(int hertz, Optional<Crypto> ours) {
        this.hertz = hertz;
        this.ours = ours;
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
                "m=audio " + channel.socket().getLocalPort()
                        + (ours.isPresent() ? " RTP/SAVP 8 101" : " RTP/AVP 8 101"),
                "a=rtpmap:101 telephone-event/8000",
                ours.map(key -> "a=crypto:" + key.tag() + " AES_CM_128_HMAC_SHA1_80 inline:" + key.inline() + "\r\n")
                                .orElse("")
                        + "a=sendrecv",
                "");
    }

    /** Where the other end is, by its SDP. */
    synchronized void agrees(String sdp) {
        if (ours.isPresent()) {
            try {
                Crypto theirs = OfferAnswer.read(sdp).crypto().orElseThrow();
                sealed = Optional.of(
                        new SrtpSession(theirs.keyAndSalt(), ours.get().keyAndSalt()));
            } catch (UnacceptableSdp e) {
                throw new IllegalArgumentException(sdp, e);
            }
        }
        String port = sdp.replaceFirst("(?s).*m=audio (\\d+) .*", "$1");
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    private synchronized void tick() {
        ByteBuffer packet = ByteBuffer.allocate(12 + FRAME + 64);
        packet.put((byte) 0x80)
                .put((byte) 8)
                .putShort((short) sent)
                .putInt(sent * FRAME)
                .putInt(SOURCE);
        for (int i = 0; i < FRAME; i++) {
            double angle = 2 * Math.PI * hertz / 8_000 * (sent * FRAME + i);
            packet.put(G711.PCMA.encode((short) (AMPLITUDE * Math.sin(angle))));
        }
        sent++;
        try {
            packet.flip();
            sealed.ifPresent(with -> with.seal(packet, Content.RTP));
            channel.send(packet, to);
            listen();
        } catch (IOException e) {
            ticks.shutdown();
        }
    }

    private void listen() throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(2_048);
        while (channel.receive(packet) != null) {
            packet.flip();
            if (sealed.isPresent() && sealed.get().open(packet) != Content.RTP) {
                packet.clear();
                continue;
            }
            packet.position(12);
            synchronized (heard) {
                while (packet.hasRemaining()) {
                    short sample = G711.PCMA.decode(packet.get());
                    heard[(int) (count++ % KEPT)] = sample;
                    all.add(sample);
                }
            }
            packet.clear();
        }
    }

    /** Says another tone from now on. */
    void says(int tone) {
        hertz = tone;
    }

    /** Presses a key as RFC 4733 has it; its tone is not in the sound. */
    synchronized void press(int key) {
        ByteBuffer packet = ByteBuffer.allocate(16);
        int began = sent * FRAME;
        for (int repeat = 0; repeat < 3; repeat++) {
            packet.clear()
                    .put((byte) 0x80)
                    .put((byte) (repeat == 0 ? 0x80 | 101 : 101))
                    .putShort((short) sent++)
                    .putInt(began)
                    .putInt(SOURCE);
            packet.put((byte) key).put((byte) 0x8A).putShort((short) FRAME);
            try {
                channel.send(packet.flip(), to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Listens from here on. */
    void forget() {
        synchronized (heard) {
            all.clear();
        }
    }

    /** How many samples it heard. */
    int length() {
        synchronized (heard) {
            return all.size();
        }
    }

    /** How loud a tone ever was since {@link #forget}, in any tenth of a second; 1.0 as it was said. */
    double loudest(int tone) {
        short[] samples;
        synchronized (heard) {
            samples = new short[all.size()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = all.get(i);
            }
        }
        return loudest(samples, tone);
    }

    static double loudest(short[] samples, int tone) {
        double loudest = 0;
        for (int at = 0; at + WINDOW <= samples.length; at += WINDOW / 2) {
            loudest = Math.max(loudest, level(Arrays.copyOfRange(samples, at, at + WINDOW), tone));
        }
        return loudest;
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

    /** How loud a tone was in the last half second, as a share of how loud it was said. */
    double level(int tone) {
        synchronized (heard) {
            return level(heard.clone(), tone);
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
