// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238) as every authenticator makes them: SHA-1, 30 s, six digits; a step to either side is
 * forgiven.
 */
final class Totp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    private static final int FORGIVEN_STEPS = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    private final SecureRandom random = new SecureRandom();

    /** A new secret in Base32. */
    String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base32.of(bytes);
    }

    /** What the QR code holds. */
    static String uri(String issuer, String account, String secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The step that a code belongs to, if it is right now and later than the last one used. */
    OptionalLong step(String secret, String code, Instant now, long lastStep) {
        SecretKeySpec key = new SecretKeySpec(Base32.bytes(secret), generator.getAlgorithm());
        long present = now.toEpochMilli() / STEP.toMillis();
        OptionalLong found = OptionalLong.empty();
        for (long step = present - FORGIVEN_STEPS; step <= present + FORGIVEN_STEPS; step++) {
            if (step > lastStep && same(code, at(key, step))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String at(SecretKeySpec key, long step) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochMilli(step * STEP.toMillis()));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
