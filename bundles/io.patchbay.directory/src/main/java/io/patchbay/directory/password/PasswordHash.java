// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with the least cost OWASP names: 19 MiB, 2 passes, 1 lane. Kept in PHC form, so that the cost can
 * be raised later. At most as many run at once as there are processors: each takes its 19 MiB.
 */
public final class PasswordHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    /** What is compared with where there is nothing; made once, as it takes a tenth of a second. */
    private static final String NOBODY = new PasswordHash().hash("nobody".toCharArray());

    private final SecureRandom random = new SecureRandom();
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors());

    /**
     * Hashes a password under a new salt.
     *
     * @param password as typed
     * @return its PHC form
     */
    public String hash(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, 1, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /**
     * Whether a password is the right one. Costs the same if there is none to compare with.
     *
     * @param password as typed
     * @param phc what {@link #hash} gave; empty for an account that does not exist or has no password
     * @return true if it is
     */
    public boolean matches(char[] password, String phc) {
        Matcher parts = PHC.matcher(phc.isEmpty() ? NOBODY : phc);
        if (!parts.matches()) {
            throw new IllegalStateException("not an Argon2id hash in PHC form");
        }
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        byte[] found = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                wanted.length);
        return MessageDigest.isEqual(wanted, found) && !phc.isEmpty();
    }

    private byte[] argon2(char[] password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] text = utf8(password);
        byte[] hash = new byte[length];
        running.acquireUninterruptibly();
        try {
            generator.generateBytes(text, hash);
        } finally {
            running.release();
            Arrays.fill(text, (byte) 0);
        }
        return hash;
    }

    /** NFC, so that a password is the same however a keyboard composes it. */
    private static byte[] utf8(char[] password) {
        String composed = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(composed);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        return text;
    }
}
