// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Agreed;
import io.patchbay.media.G711;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.SecuredPath;
import io.patchbay.media.SecuredPath.Content;
import io.patchbay.media.dtmf.KeyReceiver;
import io.patchbay.media.jitter.JitterBuffer;
import io.patchbay.media.mix.Speech;
import io.patchbay.media.rtp.ArrivalJitter;
import io.patchbay.media.rtp.RtpPacket;
import io.patchbay.media.rtp.RtpSource;
import io.patchbay.media.rtp.RtpSource.Arrival;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What comes from the far end: from the socket to what the leg says in this tick. */
final class Inbound {
    private static final int COMFORT_NOISE = 13;
    /** More than twice what 10 ms packets need; a flood from the agreed address waits in its own socket. */
    private static final int MOST_PACKETS_A_TICK = 16;

    private final DatagramPath path;
    private final Desk desk;
    private final Speech speech = new Speech();
    private final RtpSource source = new RtpSource();
    private final ArrivalJitter arrivals = new ArrivalJitter();
    private final JitterBuffer jitter = new JitterBuffer(speech.law());
    private final KeyReceiver keys;
    private final Consumer<InetSocketAddress> latched;
    private final IntConsumer reports;
    private final Consumer<RtpPacket> passing;
    private Optional<InetAddress> host = Optional.empty();
    private int audioPayload;
    private int keyPayload = -1;
    private boolean muted;
    private boolean receives = true;
    private long readBefore;
    private boolean heard;
    private int packetsInTick;
    private int packetLength;

    /**
     * {@code reports} takes RTCP that came on this path, so many bytes in the desk's buffer; {@code passing} takes each
     * packet.
     */
    Inbound(
            DatagramPath path,
            Desk desk,
            KeyReceiver.Pressed pressed,
            Consumer<InetSocketAddress> latched,
            IntConsumer reports,
            Consumer<RtpPacket> passing) {
        this.path = path;
        this.desk = desk;
        this.latched = latched;
        this.reports = reports;
        this.passing = passing;
        keys = new KeyReceiver(pressed);
    }

    void agree(RemoteMedia remote) {
        path.agree(remote.rtp(), remote.from() == Agreed.EXACT);
        host = remote.from() == Agreed.HOST ? Optional.of(remote.rtp().getAddress()) : Optional.empty();
        speaks(remote.codec(), remote.dtmfPayload());
    }

    void agree(SecuredPath secured, G711 codec, int dtmfPayload) {
        path.agree(secured);
        speaks(codec, dtmfPayload);
    }

    private void speaks(G711 codec, int dtmfPayload) {
        audioPayload = codec.payloadType();
        keyPayload = dtmfPayload;
        speech.law(codec);
        restart();
    }

    void mute(boolean mutes) {
        muted = mutes;
    }

    void receives(boolean agreed) {
        receives = agreed;
    }

    /** Reads what came since the last tick, unless looks have. */
    void tick() {
        if (path.isAgreed() && packetsInTick == 0) {
            read();
        }
        packetsInTick = 0;
        readBefore = desk.now();
        keys.tick();
        speech.audible(jitter.pull(speech.frame()) && receives && !muted);
    }

    /** Reads one that is known to be there; for more of them one looks again. */
    void look() {
        if (path.isAgreed() && packetsInTick < MOST_PACKETS_A_TICK && readOne()) {
            packetsInTick++;
            readBefore = desk.now();
        }
    }

    private void read() {
        for (int i = 0; i < MOST_PACKETS_A_TICK && readOne(); i++) {
            packetsInTick++;
        }
    }

    private boolean readOne() {
        int length = path.receive();
        if (length != 0 && path.content() == Content.RTP) {
            datagram(length);
        } else if (length != 0 && path.content() == Content.RTCP) {
            reports.accept(length);
        }
        return length != 0;
    }

    private void datagram(int length) {
        RtpPacket packet = desk.packet();
        if (length >= Desk.DATAGRAM || !packet.parse(desk.in(), length)) {
            desk.tally().count(Counter.MALFORMED);
        } else if (!path.isFixed() && !isFromHost()) {
            desk.tally().count(Counter.STRANGERS);
        } else if (!isExpected(packet)) {
            desk.tally().count(path.isFixed() ? Counter.UNEXPECTED : Counter.STRANGERS);
        } else if (receives) {
            take(packet);
        }
    }

    private boolean isFromHost() {
        return host.isEmpty()
                || (path.sender() instanceof InetSocketAddress from
                        && from.getAddress().equals(host.get()));
    }

    private boolean isExpected(RtpPacket packet) {
        int type = packet.payloadType();
        if (type == audioPayload) {
            return packet.payloadLength() <= JitterBuffer.LONGEST_PACKET;
        }
        return type == keyPayload || type == COMFORT_NOISE;
    }

    private void take(RtpPacket packet) {
        if (!path.isFixed()) {
            latched.accept(path.latch());
        }
        heard = true;
        desk.tally().count(Counter.PACKETS_IN);
        Arrival arrival = source.arrived(packet);
        if (arrival == Arrival.NEW_SOURCE) {
            restart();
        }
        if (arrival != Arrival.IGNORED) {
            payload(packet);
        }
    }

    private void payload(RtpPacket packet) {
        int length = packet.payloadLength();
        passing.accept(packet);
        if (packet.payloadType() == keyPayload) {
            keys.take(packet.bytes(), packet.payloadAt(), length, packet.timestamp(), packet.marker());
        } else if (isAudio(packet)) {
            arrivals.arrived(desk.now(), readBefore, packet.timestamp());
            jitter.put(packet.bytes(), packet.payloadAt(), length, packet.timestamp());
            packetLength = length;
        }
    }

    boolean isAudio(RtpPacket packet) {
        return packet.payloadType() == audioPayload && packet.payloadLength() > 0;
    }

    void forgetUnheard() {
        jitter.restart(speech.law());
        speech.audible(false);
    }

    private void restart() {
        jitter.restart(speech.law());
        arrivals.restart();
        keys.restart();
    }

    /** True if an agreed packet came since the last time it was asked to forget. */
    boolean heard() {
        return heard;
    }

    void forgetHeard() {
        heard = false;
    }

    /** Whether its packets may go on as they come. */
    boolean mayPass() {
        return receives && !muted && packetLength <= Passage.LONGEST_PACKET;
    }

    boolean receives() {
        return receives;
    }

    Speech speech() {
        return speech;
    }

    RtpSource source() {
        return source;
    }

    ArrivalJitter arrivals() {
        return arrivals;
    }

    JitterBuffer jitter() {
        return jitter;
    }
}
