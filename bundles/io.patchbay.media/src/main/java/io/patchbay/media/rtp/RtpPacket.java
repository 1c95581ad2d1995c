// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import java.nio.ByteBuffer;

/** A view of one received RTP packet (RFC 3550, 5.1); reused for each, trusts nothing that the packet says. */
public final class RtpPacket {
    public static final int HEADER = 12;
    private static final int VERSION_2 = 2;
    private static final int FIRST_RTCP_TYPE = 192;
    private static final int LAST_RTCP_TYPE = 223;

    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int payloadAt;
    private int payloadLength;

    /**
     * Looks at a datagram.
     *
     * @param datagram its bytes, from 0
     * @param length how many
     * @return false if it is no RTP packet; the view is then of no use
     */
    public boolean parse(ByteBuffer datagram, int length) {
        bytes = datagram;
        if (length < HEADER || (datagram.get(0) >> 6 & 3) != VERSION_2 || looksLikeRtcp()) {
            return false;
        }
        payloadAt = HEADER + 4 * (datagram.get(0) & 0x0F);
        if ((datagram.get(0) & 0x10) != 0) {
            if (payloadAt + 4 > length) {
                return false;
            }
            payloadAt += 4 + 4 * (datagram.getShort(payloadAt + 2) & 0xFFFF);
        }
        payloadLength = length - payloadAt - padding(length);
        return payloadLength >= 0;
    }

    /** RFC 5761, 4: these second bytes are RTCP packet types. */
    private boolean looksLikeRtcp() {
        int second = bytes.get(1) & 0xFF;
        return second >= FIRST_RTCP_TYPE && second <= LAST_RTCP_TYPE;
    }

    /** More than there is if it says 0, which is not allowed. */
    private int padding(int length) {
        if ((bytes.get(0) & 0x20) == 0) {
            return 0;
        }
        int count = bytes.get(length - 1) & 0xFF;
        return count == 0 ? length : count;
    }

    /** Writes a header without CSRC, padding or extension at the buffer's position. */
    public static void header(ByteBuffer to, boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
        to.put((byte) (VERSION_2 << 6));
        to.put((byte) (marker ? payloadType | 0x80 : payloadType));
        to.putShort((short) sequence);
        to.putInt(timestamp);
        to.putInt(ssrc);
    }

    public boolean marker() {
        return bytes.get(1) < 0;
    }

    public int payloadType() {
        return bytes.get(1) & 0x7F;
    }

    public int sequence() {
        return bytes.getShort(2) & 0xFFFF;
    }

    public int timestamp() {
        return bytes.getInt(4);
    }

    public int ssrc() {
        return bytes.getInt(8);
    }

    public ByteBuffer bytes() {
        return bytes;
    }

    public int payloadAt() {
        return payloadAt;
    }

    public int payloadLength() {
        return payloadLength;
    }
}
