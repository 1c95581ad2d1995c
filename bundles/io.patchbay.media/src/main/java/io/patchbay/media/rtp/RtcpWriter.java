// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import java.nio.ByteBuffer;

/** Writes our compound RTCP packets: report, SDES with CNAME, perhaps BYE (RFC 3550, 6.1). */
public final class RtcpWriter {
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final int CNAME = 1;

    private final NtpClock clock;
    private final byte[] cname;
    private long packetsAtReport;

    /** @param cname 1 to 255 bytes */
    public RtcpWriter(NtpClock clock, byte[] cname) {
        this.clock = clock;
        this.cname = cname.clone();
    }

    /** Writes at the buffer's position. */
    public void write(
            ByteBuffer to,
            long now,
            RtpSender ours,
            RtpSource theirs,
            ArrivalJitter jitter,
            FarReports far,
            boolean bye) {
        boolean sent = ours.packets() != packetsAtReport;
        packetsAtReport = ours.packets();
        int start = to.position();
        to.put((byte) (theirs.isKnown() ? 0x81 : 0x80)).put((byte) (sent ? SENDER_REPORT : RECEIVER_REPORT));
        to.putShort((short) 0).putInt(ours.ssrc());
        if (sent) {
            to.putLong(clock.timestamp(now)).putInt(ours.timestamp());
            to.putInt((int) ours.packets()).putInt((int) ours.octets());
        }
        if (theirs.isKnown()) {
            block(to, now, theirs, jitter, far);
        }
        length(to, start);
        description(to, ours.ssrc());
        if (bye) {
            to.put((byte) 0x81).put((byte) BYE).putShort((short) 1).putInt(ours.ssrc());
        }
    }

    private static void block(ByteBuffer to, long now, RtpSource theirs, ArrivalJitter jitter, FarReports far) {
        to.putInt(theirs.ssrc());
        to.putInt((theirs.fractionLost() << 24) | (theirs.cumulativeLost() & 0xFFFFFF));
        to.putInt(theirs.extendedHighest()).putInt((int) jitter.samples());
        to.putInt(far.lastSenderReport()).putInt(far.delaySinceSenderReport(now));
    }

    private void description(ByteBuffer to, int ssrc) {
        int start = to.position();
        to.put((byte) 0x81).put((byte) SOURCE_DESCRIPTION).putShort((short) 0).putInt(ssrc);
        to.put((byte) CNAME).put((byte) cname.length).put(cname);
        do {
            to.put((byte) 0);
        } while ((to.position() - start) % 4 != 0);
        length(to, start);
    }

    private static void length(ByteBuffer to, int start) {
        to.putShort(start + 2, (short) ((to.position() - start) / 4 - 1));
    }
}
