// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** Our stream to one far end: one source whose sequence and clock go on over prompts, talk and bridging. */
public final class RtpSender {
    private final int ssrc;
    private int sequence;
    private int timestamp;
    private boolean spurt;
    private long packets;
    private long octets;

    /** @param random a strong one: sequence and clock must not be guessed (RFC 3550, 5.1) */
    public RtpSender(RandomGenerator random) {
        ssrc = random.nextInt();
        sequence = random.nextInt(1 << 16);
        timestamp = random.nextInt();
    }

    /** Time goes on, whether something is sent or not. */
    public void advance(int samples) {
        timestamp += samples;
    }

    /**
     * Begins an audio packet at the present time; the caller puts the payload behind.
     *
     * @param audible false for comfort silence: what is audible after it begins a talk spurt (RFC 3551, 4.1)
     */
    public void audio(ByteBuffer to, int payloadType, boolean audible, int length) {
        boolean marker = packets == 0 || (audible && !spurt);
        spurt = audible;
        packet(to, marker, payloadType, timestamp, length);
    }

    /** Begins a packet of another time than the present one: a key that is held keeps its first. */
    public void event(ByteBuffer to, boolean first, int payloadType, int began, int length) {
        spurt = false;
        packet(to, first, payloadType, began, length);
    }

    /**
     * Begins a packet that is passed on, its payload comes behind.
     *
     * @param step how many packets are missing before it; negative if it is late by so many
     * @param at its time in our stream
     */
    public void passed(ByteBuffer to, int payloadType, int step, int at, int length) {
        boolean marker = packets == 0 || !spurt;
        spurt = true;
        RtpPacket.header(to, marker, payloadType, sequence + step & 0xFFFF, at, ssrc);
        packets++;
        octets += length;
        if (step >= 0) {
            sequence = sequence + step + 1 & 0xFFFF;
            timestamp = at + length;
        }
    }

    /** So many packets of who is passed on were lost on the way here. */
    public void skip(int packetsLost) {
        sequence = sequence + packetsLost & 0xFFFF;
    }

    private void packet(ByteBuffer to, boolean marker, int payloadType, int at, int length) {
        RtpPacket.header(to, marker, payloadType, sequence, at, ssrc);
        sequence = sequence + 1 & 0xFFFF;
        packets++;
        octets += length;
    }

    public int ssrc() {
        return ssrc;
    }

    public int timestamp() {
        return timestamp;
    }

    public long packets() {
        return packets;
    }

    long octets() {
        return octets;
    }
}
