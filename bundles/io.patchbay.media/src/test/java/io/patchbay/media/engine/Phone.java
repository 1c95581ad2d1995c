// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Agreed;
import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.rtp.RtpPacket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/** A far end with real sockets on loopback. It talks a tone, and keeps all that it hears. */
final class Phone implements AutoCloseable {
    static final int KEYS = 101;

    /** A packet that came. */
    record Heard(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, ByteBuffer payload) {}

    private final G711 law;
    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final List<Heard> heard = new ArrayList<>();
    private final List<byte[]> reports = new ArrayList<>();
    private InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private int hertz;
    private int sequence = 65_530;
    private int samples;
    private int ssrc = 0x5EED;

    Phone(G711 law) {
        this(law, InetAddress.getLoopbackAddress());
    }

    Phone(G711 law, InetAddress host) {
        this.law = law;
        rtp = open(host);
        rtcp = open(host);
    }

    private static DatagramChannel open(InetAddress host) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.configureBlocking(false);
            return channel.bind(new InetSocketAddress(host, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress local(DatagramChannel channel) {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RemoteMedia media(Agreed from) {
        return new RemoteMedia(local(rtp), local(rtcp), law, KEYS, from);
    }

    Phone calls(Leg leg) {
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), leg.rtpPort());
        return this;
    }

    Phone says(int tone) {
        hertz = tone;
        return this;
    }

    Phone quiet() {
        hertz = 0;
        return this;
    }

    Phone ssrc(int other) {
        ssrc = other;
        return this;
    }

    G711 law() {
        return law;
    }

    /** Sends 20 ms of what it says, if it says something. */
    void tick() {
        if (hertz > 0) {
            say(Tone.frame(hertz, samples, law));
        } else {
            samples += 160;
        }
    }

    void say(byte[] payload) {
        send(law.payloadType(), sequence++, samples, false, payload);
        samples += payload.length;
    }

    /** A packet that never arrives. */
    void skip() {
        sequence++;
        samples += 160;
    }

    /** An event packet of a key that went down {@code ago} samples ago. */
    void key(int event, boolean end, int lasted, int began) {
        byte[] payload = {(byte) event, (byte) (end ? 0x8A : 0x0A), (byte) (lasted >> 8), (byte) lasted};
        send(KEYS, sequence++, began, false, payload);
    }

    void send(int payloadType, int number, int timestamp, boolean marker, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        RtpPacket.header(packet, marker, payloadType, number, timestamp, ssrc);
        raw(packet.put(payload).array());
    }

    void raw(byte[] datagram) {
        write(rtp, datagram, to);
    }

    void report(byte[] datagram) {
        write(rtcp, datagram, new InetSocketAddress(to.getAddress(), to.getPort() + 1));
    }

    private static void write(DatagramChannel channel, byte[] datagram, InetSocketAddress target) {
        try {
            channel.send(ByteBuffer.wrap(datagram), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what came. */
    void listen() {
        for (byte[] datagram = read(rtp); datagram.length > 0; datagram = read(rtp)) {
            RtpPacket packet = new RtpPacket();
            ByteBuffer bytes = ByteBuffer.wrap(datagram);
            if (!packet.parse(bytes, datagram.length)) {
                throw new AssertionError("the engine sent what is no RTP");
            }
            byte[] payload = new byte[packet.payloadLength()];
            bytes.get(packet.payloadAt(), payload);
            heard.add(new Heard(
                    packet.payloadType(),
                    packet.marker(),
                    packet.sequence(),
                    packet.timestamp(),
                    packet.ssrc(),
                    ByteBuffer.wrap(payload)));
        }
        for (byte[] datagram = read(rtcp); datagram.length > 0; datagram = read(rtcp)) {
            reports.add(datagram);
        }
    }

    private static byte[] read(DatagramChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(2_048);
            channel.receive(bytes);
            byte[] datagram = new byte[bytes.flip().remaining()];
            bytes.get(datagram);
            return datagram;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Heard> packets() {
        return heard;
    }

    List<byte[]> reports() {
        return reports;
    }

    /** Forgets what it heard so far. */
    Phone forget() {
        heard.clear();
        reports.clear();
        return this;
    }

    /** Amplitude of a tone in what it heard, 1.0 as loud as a phone says it. */
    double hears(int tone) {
        return Tone.level(audio(), tone);
    }

    short[] audio() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Heard packet : heard) {
            if (packet.payloadType() == law.payloadType()) {
                bytes.writeBytes(packet.payload().array());
            }
        }
        return Tone.linear(bytes.toByteArray(), law);
    }

    @Override
    public void close() {
        try (rtp;
                rtcp) {
            heard.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
