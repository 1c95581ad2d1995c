// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import io.patchbay.webrtc.srtp.SrtpSession;
import java.util.Arrays;

/** What a handshake exports (RFC 5764, 4.2): both keys, then both salts, the client's before the server's. */
final class Keys {
    static final int EXPORTED = 2 * SrtpSession.KEY_AND_SALT;

    private static final int KEY = 16;
    private static final int SALT = 14;

    private Keys() {}

    /** What the server makes of it. */
    static SrtpSession session(byte[] exported) {
        return new SrtpSession(keyAndSalt(exported, 0), keyAndSalt(exported, 1));
    }

    private static byte[] keyAndSalt(byte[] exported, int side) {
        byte[] both = Arrays.copyOfRange(exported, side * KEY, side * KEY + KEY + SALT);
        System.arraycopy(exported, 2 * KEY + side * SALT, both, KEY, SALT);
        return both;
    }
}
