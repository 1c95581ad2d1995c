// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of header fields: encoded words (RFC 2047), also those that cut a character in two, and raw bytes beyond ASCII.
 */
public final class Words {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]{1,40})(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?]*)\\?=");

    private Words() {}

    /** Decodes a raw value, a character for each byte. */
    public static String decode(String raw) {
        StringBuilder text = new StringBuilder();
        Matcher word = WORD.matcher(raw);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            boolean goesOn = bytes.size() > 0 && between.isBlank() && charset.equalsIgnoreCase(word.group(1));
            if (!goesOn) {
                text.append(flush(bytes, charset));
                text.append(end > 0 && between.isBlank() ? "" : plain(between));
            }
            charset = word.group(1);
            bytes.writeBytes(content(word));
            end = word.end();
        }
        return text.append(flush(bytes, charset))
                .append(plain(raw.substring(end)))
                .toString();
    }

    private static String flush(ByteArrayOutputStream bytes, String charset) {
        String text = bytes.size() == 0 ? "" : Charsets.decode(bytes.toByteArray(), charset);
        bytes.reset();
        return text;
    }

    private static String plain(String raw) {
        boolean ascii = raw.chars().allMatch(one -> one < 0x80);
        return ascii ? raw : Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    private static byte[] content(Matcher word) {
        boolean base64 = word.group(2).toLowerCase(Locale.ROOT).equals("b");
        String body = base64 ? word.group(3) : word.group(3).replace('_', ' ');
        try (InputStream in = TransferDecoding.of(
                base64 ? "base64" : "quoted-printable",
                new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
