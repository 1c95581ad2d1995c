// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lite side of ICE (RFC 8445, 2.5): answers the checks of a browser that has our password, and so learns where it
 * is; who has not gets no answer. Its checks are its consent to be sent to (RFC 7675). For one thread.
 */
public final class IceLite {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int USER_LENGTH = 8;
    private static final int PASSWORD_LENGTH = 24;
    private static final int RESPONSE = 0x0101;
    private static final int ERROR_RESPONSE = 0x0111;
    private static final int MAPPED_ADDRESS = 0x0020;
    private static final int ERROR_CODE = 0x0009;
    private static final int ROLE_CONFLICT = 487;

    private final String user;
    private final String password;
    private final String expected;
    private Optional<InetSocketAddress> peer = Optional.empty();

    /** What one side tells the other of itself. */
    public record Credentials(String user, String password) {
        /** New ones nobody can guess. */
        public static Credentials make(SecureRandom random) {
            return new Credentials(letters(random, USER_LENGTH), letters(random, PASSWORD_LENGTH));
        }

        private static String letters(SecureRandom random, int length) {
            StringBuilder text = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            return text.toString();
        }
    }

    /** {@code theirUser} is the browser's user fragment. */
    public IceLite(Credentials ours, String theirUser) {
        user = ours.user();
        password = ours.password();
        expected = user + ":" + theirUser;
    }

    /** Whether the browser has that user fragment. */
    public boolean isWith(String theirUser) {
        return expected.equals(user + ":" + theirUser);
    }

    /**
     * Takes a datagram that looks like STUN.
     *
     * @param datagram from 0 to its limit
     * @param from who sent it
     * @param reply sends our answer back to him
     * @return true if it was a check of our browser
     */
    public boolean take(ByteBuffer datagram, InetSocketAddress from, Consumer<ByteBuffer> reply) {
        Optional<StunMessage> read = StunMessage.read(datagram);
        byte[] key = password.getBytes(StandardCharsets.US_ASCII);
        if (read.isEmpty()
                || !read.get().userName().equals(expected)
                || !read.get().isSignedWith(key)) {
            return false;
        }
        StunMessage check = read.get();
        if (check.controlled()) {
            reply.accept(answer(check, ERROR_RESPONSE, roleConflict(), key));
            return false;
        }
        if (peer.isEmpty() || (check.nominates() && !peer.get().equals(from))) {
            peer = Optional.of(from);
        }
        reply.accept(answer(check, RESPONSE, mapped(check, from), key));
        return true;
    }

    private static ByteBuffer answer(StunMessage check, int type, byte[] attribute, byte[] key) {
        ByteBuffer out = ByteBuffer.allocate(128);
        out.putShort((short) type).putShort((short) 0);
        out.put(check.bytes(), 4, 16).put(attribute);
        length(out, 4 + StunMessage.INTEGRITY_LENGTH);
        byte[] signed = new byte[out.position()];
        out.get(0, signed);
        out.putShort((short) StunMessage.INTEGRITY).putShort((short) StunMessage.INTEGRITY_LENGTH);
        out.put(StunMessage.hmac(key, signed));
        length(out, 8);
        int fingerprint = StunMessage.fingerprint(out.array(), out.position());
        out.putShort((short) StunMessage.FINGERPRINT).putShort((short) 4).putInt(fingerprint);
        return out.flip();
    }

    private static void length(ByteBuffer out, int more) {
        out.putShort(2, (short) (out.position() - StunMessage.HEADER + more));
    }

    /** XOR-MAPPED-ADDRESS (RFC 8489, 14.2). */
    private static byte[] mapped(StunMessage check, InetSocketAddress from) {
        byte[] address = from.getAddress().getAddress();
        ByteBuffer value = ByteBuffer.allocate(8 + address.length);
        value.putShort((short) MAPPED_ADDRESS).putShort((short) (4 + address.length));
        value.put((byte) 0).put((byte) (address.length == 4 ? 1 : 2));
        value.putShort((short) (from.getPort() ^ (StunMessage.COOKIE >>> 16)));
        for (int i = 0; i < address.length; i++) { // cookie and transaction id lie side by side
            value.put((byte) (address[i] ^ check.bytes()[4 + i]));
        }
        return value.array();
    }

    private static byte[] roleConflict() {
        return ByteBuffer.allocate(8)
                .putShort((short) ERROR_CODE)
                .putShort((short) 4)
                .putInt(((ROLE_CONFLICT / 100) << 8) | (ROLE_CONFLICT % 100))
                .array();
    }

    /** Where the browser is; the same object until it moves. */
    public Optional<InetSocketAddress> peer() {
        return peer;
    }
}
