// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How a letter's own id becomes a message's: as it is where it fits, else by its hash. */
final class LetterKeys {
    private static final Pattern FITS = Pattern.compile("[!-~]{1,100}");

    private LetterKeys() {}

    static MessageId message(String id) {
        return new MessageId(FITS.matcher(id).matches() ? id : "h-" + hash(id));
    }

    /** What the table of letters knows it by. */
    static String key(ChannelKey channel, MessageId message) {
        return channel + " " + message;
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
