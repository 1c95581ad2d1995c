// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.mix.Mixer;
import io.patchbay.media.mix.Speech;
import io.patchbay.media.rtp.NtpClock;
import io.patchbay.media.rtp.RtpPacket;
import java.nio.ByteBuffer;

/**
 * What one media thread works with: buffers that all its legs use one after the other, counts, the time of the tick.
 */
final class Desk {
    /** A datagram that fills it was longer: no voice packet is. */
    static final int DATAGRAM = 2_048;

    private final ByteBuffer in = ByteBuffer.allocateDirect(DATAGRAM);
    private final ByteBuffer out = ByteBuffer.allocateDirect(DATAGRAM);
    private final RtpPacket packet = new RtpPacket();
    private final byte[] frame = new byte[Speech.FRAME];
    private final Mixer mixer = new Mixer();
    private final Tally tally = new Tally();
    private final Watch watch = new Watch();
    private final NtpClock ntp;
    private final byte[] cname;
    private long now;

    Desk(NtpClock ntp, byte[] cname, long now) {
        this.ntp = ntp;
        this.cname = cname;
        this.now = now;
    }

    /** Nanoseconds of the media clock at which the tick, or the look between two ticks, began. */
    long now() {
        return now;
    }

    void begins(long nanos) {
        now = nanos;
    }

    ByteBuffer in() {
        return in;
    }

    ByteBuffer out() {
        return out;
    }

    RtpPacket packet() {
        return packet;
    }

    byte[] frame() {
        return frame;
    }

    Mixer mixer() {
        return mixer;
    }

    Watch watch() {
        return watch;
    }

    Tally tally() {
        return tally;
    }

    NtpClock ntp() {
        return ntp;
    }

    byte[] cname() {
        return cname;
    }
}
