// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.metric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The token in {@code keys/metrics.token}; whoever may read that file may read the figures. A new file counts at once.
 */
public final class ScraperToken {
    private static final int BYTES = 32;

    private final Path file;

    /** Makes the file if there is none. */
    public ScraperToken(Path keys) {
        file = keys.resolve("metrics.token");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no token for scrapers in " + file, e);
        }
    }

    /** Whether it is the one. */
    public boolean is(String token) {
        try {
            byte[] right = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
            return right.length > 0 && MessageDigest.isEqual(right, token.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false; // without the file nobody has the token
        }
    }
}
