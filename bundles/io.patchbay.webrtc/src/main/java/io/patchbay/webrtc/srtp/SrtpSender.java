// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import io.patchbay.webrtc.srtp.SrtpKeys.Of;

/**
 * Seals what we send: SRTP and SRTCP with {@code AES_CM_128_HMAC_SHA1_80} (RFC 3711), for one SSRC. For one thread; a
 * packet costs no object.
 */
public final class SrtpSender {
    /** How much longer an RTP packet becomes, in bytes. */
    public static final int RTP_TRAILER = PacketTag.LENGTH;

    /** How much longer an RTCP packet becomes, in bytes. */
    public static final int RTCP_TRAILER = PacketTag.LENGTH + Integer.BYTES;

    private final CounterMode rtp;
    private final PacketTag rtpTag;
    private final CounterMode rtcp;
    private final PacketTag rtcpTag;
    private int rollover;
    private int last = -1;
    private int reports;

    /**
     * Derives the session keys.
     *
     * @param masterKey 16 bytes
     * @param masterSalt 14 bytes
     */
    public SrtpSender(byte[] masterKey, byte[] masterSalt) {
        SrtpKeys keys = SrtpKeys.derive(masterKey, masterSalt, Of.RTP);
        rtp = new CounterMode(keys.encryption(), keys.salt());
        rtpTag = new PacketTag(keys.authentication());
        SrtpKeys reportKeys = SrtpKeys.derive(masterKey, masterSalt, Of.RTCP);
        rtcp = new CounterMode(reportKeys.encryption(), reportKeys.salt());
        rtcpTag = new PacketTag(reportKeys.authentication());
    }

    /**
     * Seals an RTP packet in place.
     *
     * @param packet its bytes from 0, with room behind
     * @param length how many
     * @return the sealed length
     */
    public int rtp(byte[] packet, int length) {
        int sequence = Packets.sequence(packet);
        if (last >= 0 && sequence < last && last - sequence > 0x8000) {
            rollover++;
        }
        last = sequence;
        int header = Packets.header(packet, length);
        long index = ((rollover & 0xFFFFFFFFL) << 16) | sequence;
        rtp.apply(packet, header, length - header, Packets.word(packet, 8), index);
        rtpTag.append(packet, length, rollover);
        return length + RTP_TRAILER;
    }

    /**
     * Seals a compound RTCP packet in place.
     *
     * @param packet its bytes from 0, with room behind
     * @param length how many, at least 8
     * @return the sealed length
     */
    public int rtcp(byte[] packet, int length) {
        int index = reports++ & 0x7FFFFFFF;
        rtcp.apply(packet, 8, length - 8, Packets.word(packet, 4), index);
        Packets.word(packet, length, index | 0x80000000);
        rtcpTag.append(packet, length + Integer.BYTES);
        return length + RTCP_TRAILER;
    }
}
