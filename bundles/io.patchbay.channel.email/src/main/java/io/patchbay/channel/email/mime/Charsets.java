// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to text, trusting what the mail says only as far as it fits: names that mean more than they say (GB2312), names
 * that are unknown, and none at all.
 */
public final class Charsets {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, Charset> BETTER = Map.ofEntries(
            Map.entry("gb2312", GB18030),
            Map.entry("gb_2312-80", GB18030),
            Map.entry("euc-cn", GB18030),
            Map.entry("gbk", GB18030),
            Map.entry("x-gbk", GB18030),
            Map.entry("cp936", GB18030),
            Map.entry("ms936", GB18030),
            Map.entry("chinese", GB18030),
            Map.entry("big5", BIG5),
            Map.entry("cn-big5", BIG5),
            Map.entry("x-x-big5", BIG5),
            Map.entry("utf8", UTF_8),
            Map.entry("cp65001", UTF_8));

    private Charsets() {}

    /**
     * Decodes.
     *
     * @param bytes the text
     * @param declared the charset's name as the mail says; empty if it does not
     * @return the text; what cannot be read is U+FFFD
     */
    public static String decode(byte[] bytes, String declared) {
        String name = declared.strip().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        if (name.equals("utf-7") || name.equals("unicode-1-1-utf-7")) {
            return Utf7.decode(new String(bytes, ISO_8859_1));
        }
        if (name.equals("hz-gb-2312") || name.equals("hz")) {
            return Hz.decode(bytes);
        }
        Optional<Charset> charset = find(name);
        if (charset.isEmpty() || saysLittle(name)) {
            return CharsetGuess.decode(bytes);
        }
        return strictly(bytes, charset.get()).orElseGet(() -> mended(bytes, charset.get()));
    }

    private static boolean saysLittle(String name) {
        return name.isEmpty() || name.equals("us-ascii") || name.equals("ascii") || name.equals("iso-8859-1");
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, UTF_8));
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, UTF_16LE));
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, UTF_16BE));
        }
        return Optional.empty();
    }

    private static Optional<Charset> find(String name) {
        if (BETTER.containsKey(name)) {
            return Optional.of(BETTER.get(name));
        }
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A wrong name if another one fits, else the right name over damaged bytes. */
    private static String mended(byte[] bytes, Charset declared) {
        String kept = new String(bytes, declared);
        String guessed = CharsetGuess.decode(bytes);
        return lost(kept) <= lost(guessed) || lost(kept) * 50 < kept.length() ? kept : guessed;
    }

    private static long lost(String text) {
        return text.chars().filter(one -> one == '\uFFFD').count();
    }

    static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String western(byte[] bytes) {
        return new String(bytes, WINDOWS_1252);
    }
}
