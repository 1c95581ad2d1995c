// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.channel.email.mime.Fields;
import io.patchbay.channel.email.mime.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells mails apart that call themselves the same: by what does not change on the way. */
final class Fingerprint {
    private static final int BUFFER = 16 * 1024;

    private Fingerprint() {}

    static String of(Fields fields, Spool spool, long contentFrom) throws IOException {
        try (InputStream in = spool.open(contentFrom, spool.size())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of("from", "subject", "date", "message-id")) {
                digest.update((fields.first(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
