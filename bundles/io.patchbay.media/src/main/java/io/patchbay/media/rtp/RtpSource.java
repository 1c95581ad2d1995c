// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

/** The far end's stream by its numbers: which source is valid, what was lost (RFC 3550, A.1 and A.3). */
public final class RtpSource {
    /** What to do with a packet. */
    public enum Arrival {
        TAKEN,
        /** Taken, and nothing that was known of the stream before holds any longer. */
        NEW_SOURCE,
        IGNORED
    }

    private static final int MAX_DROPOUT = 3_000;
    private static final int MAX_MISORDER = 100;
    private static final int SEQUENCES = 1 << 16;
    private static final int NONE = -1;

    private boolean known;
    private int ssrc;
    private int baseSequence;
    private int maxSequence;
    private int cycles;
    /** The sequence number that would prove that a jump was meant. */
    private int expectedAfterJump;

    private int jumpedSsrc;
    private long received;
    private long lostBefore;
    private long totalReceived;
    private long expectedAtReport;
    private long receivedAtReport;

    /**
     * Counts a packet. The first source is taken at once; another source, or a sequence far away, only when two packets
     * in a row have it and none of the present one comes in between.
     */
    public Arrival arrived(RtpPacket packet) {
        if (!known) {
            return begin(packet);
        }
        int step = packet.sequence() - maxSequence & 0xFFFF;
        if (packet.ssrc() != ssrc || (step >= MAX_DROPOUT && step <= SEQUENCES - MAX_MISORDER)) {
            return jumped(packet);
        }
        if (step < MAX_DROPOUT) {
            cycles += packet.sequence() < maxSequence ? SEQUENCES : 0;
            maxSequence = packet.sequence();
        }
        expectedAfterJump = NONE;
        count();
        return Arrival.TAKEN;
    }

    private Arrival jumped(RtpPacket packet) {
        if (packet.ssrc() == jumpedSsrc && packet.sequence() == expectedAfterJump) {
            lostBefore = lost();
            return begin(packet);
        }
        jumpedSsrc = packet.ssrc();
        expectedAfterJump = packet.sequence() + 1 & 0xFFFF;
        return Arrival.IGNORED;
    }

    private Arrival begin(RtpPacket packet) {
        known = true;
        ssrc = packet.ssrc();
        baseSequence = packet.sequence();
        maxSequence = packet.sequence();
        cycles = 0;
        received = 0;
        expectedAtReport = 0;
        receivedAtReport = 0;
        expectedAfterJump = NONE;
        count();
        return Arrival.NEW_SOURCE;
    }

    private void count() {
        received++;
        totalReceived++;
    }

    public boolean isKnown() {
        return known;
    }

    public int ssrc() {
        return ssrc;
    }

    /** Packets taken, of all sources of this stream. */
    public long received() {
        return totalReceived;
    }

    /** Packets that never came, of all sources of this stream. */
    public long lost() {
        return lostBefore + Math.max(0, expected() - received);
    }

    private long expected() {
        return known ? (long) extendedHighest() - baseSequence + 1 : 0;
    }

    int extendedHighest() {
        return cycles + maxSequence;
    }

    /** Of the present source, as a report block carries it: 24 bits, signed. */
    int cumulativeLost() {
        return (int) Math.max(-0x800000, Math.min(0x7FFFFF, expected() - received));
    }

    /** Share of lost packets since the last call, in 1/256; a report block takes it once. */
    int fractionLost() {
        long expectedNow = expected() - expectedAtReport;
        long lostNow = expectedNow - (received - receivedAtReport);
        expectedAtReport = expected();
        receivedAtReport = received;
        return expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
    }
}
