// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that cost nothing until they are used: time and number, signed with a key of this process (RFC 7616, 5.4).
 * Only nonces that a right password came with are remembered, so a stranger cannot fill the memory. Any thread.
 */
final class Nonces {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_USED = 100_000;
    private static final int SIGNED_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    /** The highest nonce count seen of a nonce, oldest nonce first. */
    private final Map<String, Long> used = new LinkedHashMap<>();

    Nonces(InstantSource clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    String next() {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(clock.instant().toEpochMilli())
                .putLong(number.incrementAndGet())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES)
                        .put(signed)
                        .put(mac(signed), 0, MAC_BYTES)
                        .array());
    }

    /** Whether it is ours and not too old. */
    private boolean fresh(String nonce) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != SIGNED_BYTES + MAC_BYTES) {
            return false;
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac, Arrays.copyOf(mac(signed), MAC_BYTES))) {
            return false;
        }
        Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
        return !made.plus(LIFE).isBefore(clock.instant());
    }

    /** Takes a count of a fresh nonce once; false for one that came already, or after a higher one. */
    synchronized boolean take(String nonce, long count) {
        if (!fresh(nonce) || used.getOrDefault(nonce, 0L) >= count) {
            return false;
        }
        used.put(nonce, count);
        Iterator<String> eldest = used.keySet().iterator();
        while (eldest.hasNext()) {
            String oldest = eldest.next();
            if (fresh(oldest) && used.size() <= MOST_USED) {
                break;
            }
            eldest.remove();
        }
        return true;
    }

    private byte[] mac(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no HmacSHA256", e);
        }
    }
}
