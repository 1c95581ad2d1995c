// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import io.patchbay.media.SecuredPath.Content;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Both directions of one leg whose RTP and RTCP share a port (RFC 5761), with {@code AES_CM_128_HMAC_SHA1_80}. For one
 * thread; a packet costs no object.
 */
public final class SrtpSession {
    /** Master key and salt of one direction together, in bytes. */
    public static final int KEY_AND_SALT = SrtpKeys.KEY + SrtpKeys.SALT;

    private static final int LARGEST = 1_500;

    private final SrtpReceiver receiver;
    private final SrtpSender sender;
    private final byte[] scratch = new byte[LARGEST + 64];

    /**
     * Derives the session keys.
     *
     * @param theirs their master key and salt, 30 bytes
     * @param ours our master key and salt, 30 bytes
     */
    public SrtpSession(byte[] theirs, byte[] ours) {
        receiver = new SrtpReceiver(key(theirs), salt(theirs));
        sender = new SrtpSender(key(ours), salt(ours));
    }

    private static byte[] key(byte[] both) {
        return Arrays.copyOf(both, SrtpKeys.KEY);
    }

    private static byte[] salt(byte[] both) {
        return Arrays.copyOfRange(both, SrtpKeys.KEY, both.length);
    }

    /**
     * Opens a datagram of the far end in place.
     *
     * @param datagram from 0 to its limit; afterwards the clear packet, unless it was nothing
     * @return what it is; nothing if it is forged, repeated, too old or damaged
     */
    public Content open(ByteBuffer datagram) {
        int length = datagram.limit();
        if (length < 2 || length > LARGEST) {
            return Content.NOTHING;
        }
        datagram.get(0, scratch, 0, length);
        int second = scratch[1] & 0xFF;
        boolean report = second >= 192 && second < 224; // RFC 5761, 4
        int clear = report ? receiver.rtcp(scratch, length) : receiver.rtp(scratch, length);
        if (clear < 0) {
            return Content.NOTHING;
        }
        datagram.limit(clear).put(0, scratch, 0, clear);
        return report ? Content.RTCP : Content.RTP;
    }

    /**
     * Seals a packet in place.
     *
     * @param packet from 0 to its limit, with room behind; afterwards the sealed one
     * @param content RTP or RTCP
     * @return false if it is too large to be sealed
     */
    public boolean seal(ByteBuffer packet, Content content) {
        int length = packet.limit();
        if (length > LARGEST) {
            return false;
        }
        packet.get(0, scratch, 0, length);
        int sealed = content == Content.RTCP ? sender.rtcp(scratch, length) : sender.rtp(scratch, length);
        packet.limit(sealed).put(0, scratch, 0, sealed);
        return true;
    }
}
