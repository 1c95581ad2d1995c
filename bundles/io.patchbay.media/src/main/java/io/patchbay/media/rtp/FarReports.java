// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import java.nio.ByteBuffer;

/** What the far end says by RTCP of its stream and of ours (RFC 3550, 6.4). Trusts nothing that a packet says. */
public final class FarReports {
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int REPORT_BLOCK = 24;
    private static final int SENDER_INFO = 20;
    private static final double UNITS_PER_MILLI = 65.536;
    private static final int MOST_ROUND_TRIP = 60 * 65_536;

    private final NtpClock clock;
    private final int ourSsrc;
    private boolean senderReported;
    private int senderReport;
    private int senderReportAt;
    private double roundTripMillis = -1;
    private double lostPercent = -1;
    private double jitterMillis = -1;

    public FarReports(NtpClock clock, int ourSsrc) {
        this.clock = clock;
        this.ourSsrc = ourSsrc;
    }

    /**
     * Takes a compound packet.
     *
     * @param arrived when, on the media clock
     * @return false if it is none (A.2); nothing was taken then
     */
    public boolean take(ByteBuffer bytes, int length, long arrived) {
        if (!isCompound(bytes, length)) {
            return false;
        }
        for (int at = 0; at < length; at += size(bytes, at)) {
            int type = bytes.get(at + 1) & 0xFF;
            if (type == SENDER_REPORT && size(bytes, at) >= 8 + SENDER_INFO) {
                senderReported = true;
                senderReport = bytes.getInt(at + 10);
                senderReportAt = clock.middle(arrived);
                blocks(bytes, at, at + 8 + SENDER_INFO, arrived);
            } else if (type == RECEIVER_REPORT) {
                blocks(bytes, at, at + 8, arrived);
            }
        }
        return true;
    }

    /** Version 2 throughout, a report first, no padding there, lengths that add up. */
    private static boolean isCompound(ByteBuffer bytes, int length) {
        if (length < 8
                || (length & 3) != 0
                || (bytes.get(0) & 0xE0) != 0x80
                || (bytes.get(1) & 0xFE) != SENDER_REPORT) {
            return false;
        }
        int at = 0;
        while (at + 4 <= length && (bytes.get(at) & 0xC0) == 0x80) {
            at += size(bytes, at);
        }
        return at == length;
    }

    private static int size(ByteBuffer bytes, int at) {
        return 4 * ((bytes.getShort(at + 2) & 0xFFFF) + 1);
    }

    private void blocks(ByteBuffer bytes, int packet, int first, long arrived) {
        int end = packet + size(bytes, packet);
        int count = bytes.get(packet) & 0x1F;
        for (int at = first; count > 0 && at + REPORT_BLOCK <= end; at += REPORT_BLOCK, count--) {
            if (bytes.getInt(at) == ourSsrc) {
                block(bytes, at, arrived);
            }
        }
    }

    private void block(ByteBuffer bytes, int at, long arrived) {
        lostPercent = (bytes.get(at + 4) & 0xFF) * 100 / 256.0;
        jitterMillis = Integer.toUnsignedLong(bytes.getInt(at + 12)) / 8.0;
        int lastReport = bytes.getInt(at + 16);
        int units = clock.middle(arrived) - lastReport - bytes.getInt(at + 20);
        if (lastReport != 0 && units < MOST_ROUND_TRIP) {
            roundTripMillis = Math.max(0, units) / UNITS_PER_MILLI;
        }
    }

    int lastSenderReport() {
        return senderReported ? senderReport : 0;
    }

    int delaySinceSenderReport(long now) {
        return senderReported ? clock.middle(now) - senderReportAt : 0;
    }

    /** -1 while unknown, as the others. */
    public double roundTripMillis() {
        return roundTripMillis;
    }

    public double lostPercent() {
        return lostPercent;
    }

    public double jitterMillis() {
        return jitterMillis;
    }
}
