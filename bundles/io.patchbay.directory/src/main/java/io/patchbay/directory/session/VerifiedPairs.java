// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials that were right within the last 60 s, by a hash under a key of this process. The stored password hash is
 * part of it: a changed password is unknown here at once.
 */
final class VerifiedPairs {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    VerifiedPairs(InstantSource clock) {
        this.clock = clock;
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    boolean knows(String user, char[] password, String stored) {
        String hash = hash(user, password, stored);
        synchronized (until) {
            Instant end = until.get(hash);
            return end != null && end.isAfter(clock.instant());
        }
    }

    void remember(String user, char[] password, String stored) {
        String hash = hash(user, password, stored);
        synchronized (until) {
            until.put(hash, clock.instant().plus(REMEMBERED));
        }
    }

    private String hash(String user, char[] password, String stored) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((user + "\0" + stored + "\0").getBytes(StandardCharsets.UTF_8));
            mac.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
