// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import io.patchbay.webrtc.srtp.SrtpKeys.Of;

/**
 * Opens what comes: SRTP and SRTCP with {@code AES_CM_128_HMAC_SHA1_80} (RFC 3711). Packets that are forged, repeated,
 * older than 64 others or damaged are dropped and change nothing. For one thread; a packet of a known source costs no
 * object.
 */
public final class SrtpReceiver {
    /** A browser has one, and another one now and then when it changes its microphone. */
    private static final int MOST_SOURCES = 16;

    private final CounterMode rtp;
    private final PacketTag rtpTag;
    private final CounterMode rtcp;
    private final PacketTag rtcpTag;
    private final Source[] sources = new Source[MOST_SOURCES];
    private final Source[] reporters = new Source[MOST_SOURCES];

    /** One SSRC that proved to be genuine. */
    private static final class Source {
        private final int ssrc;
        private final ReplayWindow window = new ReplayWindow();

        Source(int ssrc) {
            this.ssrc = ssrc;
        }
    }

    /**
     * Derives the session keys.
     *
     * @param masterKey 16 bytes
     * @param masterSalt 14 bytes
     */
    public SrtpReceiver(byte[] masterKey, byte[] masterSalt) {
        SrtpKeys keys = SrtpKeys.derive(masterKey, masterSalt, Of.RTP);
        rtp = new CounterMode(keys.encryption(), keys.salt());
        rtpTag = new PacketTag(keys.authentication());
        SrtpKeys reportKeys = SrtpKeys.derive(masterKey, masterSalt, Of.RTCP);
        rtcp = new CounterMode(reportKeys.encryption(), reportKeys.salt());
        rtcpTag = new PacketTag(reportKeys.authentication());
    }

    /**
     * Opens an RTP packet in place.
     *
     * @param packet its bytes from 0
     * @param sealed how many
     * @return the clear length; -1 if it is to be dropped
     */
    public int rtp(byte[] packet, int sealed) {
        int length = sealed - PacketTag.LENGTH;
        int header = Packets.header(packet, length);
        if (header < 0) {
            return -1;
        }
        int ssrc = Packets.word(packet, 8);
        int at = place(sources, ssrc);
        long index = index(at < 0 ? null : sources[at], Packets.sequence(packet));
        if (at < 0 || index < 0 || isOld(sources[at], index)) {
            return -1;
        }
        if (!rtpTag.matches(packet, length, (int) (index >>> 16))) {
            return -1;
        }
        taken(sources, at, ssrc, index);
        rtp.apply(packet, header, length - header, ssrc, index);
        return length;
    }

    /**
     * Opens a compound RTCP packet in place.
     *
     * @param packet its bytes from 0
     * @param sealed how many
     * @return the clear length; -1 if it is to be dropped
     */
    public int rtcp(byte[] packet, int sealed) {
        int signed = sealed - PacketTag.LENGTH;
        int length = signed - Integer.BYTES;
        if (length < 8) {
            return -1;
        }
        int ssrc = Packets.word(packet, 4);
        int word = Packets.word(packet, length);
        int index = word & 0x7FFFFFFF;
        int at = place(reporters, ssrc);
        if (at < 0 || isOld(reporters[at], index) || !rtcpTag.matches(packet, signed)) {
            return -1;
        }
        taken(reporters, at, ssrc, index);
        if (word < 0) { // it is encrypted
            rtcp.apply(packet, 8, length - 8, ssrc, index);
        }
        return length;
    }

    /** Where the source is, or the place for it; -1 if there is none left. */
    private static int place(Source[] sources, int ssrc) {
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] == null || sources[i].ssrc == ssrc) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOld(Source source, long index) {
        return source != null && !source.window.isNew(index);
    }

    private static void taken(Source[] sources, int at, int ssrc, long index) {
        if (sources[at] == null) {
            sources[at] = new Source(ssrc);
        }
        sources[at].window.take(index);
    }

    /** The index that is nearest to the highest so far (RFC 3711, 3.3.1); negative if it lies before the first. */
    private static long index(Source source, int sequence) {
        if (source == null) {
            return sequence;
        }
        long highest = source.window.highest();
        int last = (int) (highest & 0xFFFF);
        long rollover = highest >>> 16;
        if (last < 0x8000 && sequence - last > 0x8000) {
            rollover--;
        } else if (last >= 0x8000 && last - 0x8000 > sequence) {
            rollover++;
        }
        return (rollover << 16) | sequence;
    }
}
