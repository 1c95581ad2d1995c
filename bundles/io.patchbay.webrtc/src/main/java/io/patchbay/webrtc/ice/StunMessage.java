// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.ice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A binding request as ICE makes it (RFC 8489, RFC 8445 7.1): user name, integrity, fingerprint.
 *
 * @param bytes all of it
 * @param userName who it is for and from
 * @param integrityAt where MESSAGE-INTEGRITY begins
 * @param nominates whether it has USE-CANDIDATE
 * @param controlled whether it says that it is the controlled side
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StunMessage(byte[] bytes, String userName, int integrityAt, boolean nominates, boolean controlled) {
    static final int HEADER = 20;
    static final int COOKIE = 0x2112A442;
    static final int FINGERPRINT_XOR = 0x5354554E;
    static final int BINDING_REQUEST = 0x0001;
    static final int USERNAME = 0x0006;
    static final int INTEGRITY = 0x0008;
    static final int USE_CANDIDATE = 0x0025;
    static final int CONTROLLED = 0x8029;
    static final int FINGERPRINT = 0x8028;
    static final int INTEGRITY_LENGTH = 20;
    private static final int PRIORITY = 0x0024;
    private static final int FIRST_OPTIONAL = 0x8000;
    private static final int LONGEST = 548;
    private static final int MOST_ATTRIBUTES = 24;

    /** Reads a datagram; empty if it is no binding request, or one that breaks a rule. */
    static Optional<StunMessage> read(ByteBuffer datagram) {
        int length = datagram.remaining();
        if (length < HEADER
                || length > LONGEST
                || datagram.getShort(0) != BINDING_REQUEST
                || datagram.getShort(2) != length - HEADER
                || length % 4 != 0
                || datagram.getInt(4) != COOKIE) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        datagram.get(0, bytes);
        return new Attributes(bytes).read();
    }

    /** Whether it was made with our password; takes as long for a wrong one. */
    boolean isSignedWith(byte[] password) {
        byte[] signed = Arrays.copyOf(bytes, integrityAt);
        ByteBuffer.wrap(signed).putShort(2, (short) (integrityAt - HEADER + 4 + INTEGRITY_LENGTH));
        return MessageDigest.isEqual(
                hmac(password, signed), Arrays.copyOfRange(bytes, integrityAt + 4, integrityAt + 4 + INTEGRITY_LENGTH));
    }

    static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    static int fingerprint(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue() ^ FINGERPRINT_XOR;
    }

    /** Goes through them one by one. */
    private static final class Attributes {
        private final byte[] array;
        private final ByteBuffer bytes;
        private String userName = "";
        private int integrityAt;
        private boolean nominates;
        private boolean controlled;
        private boolean fingerprinted;

        Attributes(byte[] array) {
            this.array = array;
            this.bytes = ByteBuffer.wrap(array);
        }

        Optional<StunMessage> read() {
            int at = HEADER;
            for (int i = 0; i < MOST_ATTRIBUTES && at + 4 <= bytes.limit(); i++) {
                int type = bytes.getShort(at) & 0xFFFF;
                int length = bytes.getShort(at + 2) & 0xFFFF;
                int next = at + 4 + ((length + 3) & ~3);
                if (next > bytes.limit() || fingerprinted || !take(type, at, length)) {
                    return Optional.empty();
                }
                at = next;
            }
            return at == bytes.limit() && integrityAt > 0 && fingerprinted && !userName.isEmpty()
                    ? Optional.of(new StunMessage(array, userName, integrityAt, nominates, controlled))
                    : Optional.empty();
        }

        private boolean take(int type, int at, int length) {
            if (type == FINGERPRINT) {
                fingerprinted = true;
                return length == 4 && bytes.getInt(at + 4) == fingerprint(array, at);
            } else if (integrityAt > 0) {
                return true; // what stands behind the integrity is not signed: ignored (RFC 8489, 14.5)
            }
            switch (type) {
                case INTEGRITY -> integrityAt = at;
                case USERNAME -> userName = new String(array, at + 4, length, StandardCharsets.UTF_8);
                case USE_CANDIDATE -> nominates = true;
                case CONTROLLED -> controlled = true;
                default -> {
                    return type == PRIORITY || type >= FIRST_OPTIONAL || type == 0xC057;
                }
            }
            return type != INTEGRITY || length == INTEGRITY_LENGTH;
        }
    }
}
