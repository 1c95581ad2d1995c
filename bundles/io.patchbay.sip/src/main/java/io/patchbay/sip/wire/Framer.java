// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a stream into messages (RFC 3261, 18.3). Not thread-safe. */
final class Framer {
    private static final Pattern LENGTH = Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:([^\\r\\n]*)");

    /** Two line ends between messages. */
    private static final int PING_BYTES = 4;

    private final int mostBytes;
    private byte[] held = new byte[2048];
    private int size;
    private int scanned;
    private boolean broken;
    private int pings;

    Framer(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether the stream cannot be cut any more, because a length was missing, wrong or too large: it must end. */
    boolean broken() {
        return broken;
    }

    /** Whether a message has begun and not ended. */
    boolean halfway() {
        return size > 0;
    }

    /** How many keep-alives (RFC 5626, 4.4.1) came since this was asked. */
    int pings() {
        int count = pings;
        pings = 0;
        return count;
    }

    void add(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (size + count > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, size + count));
        }
        bytes.get(held, size, count);
        size += count;
    }

    /** The next whole message; after {@link #broken} what was held, once. */
    Optional<byte[]> next() {
        skipLineEnds();
        if (broken || size == 0) {
            return Optional.empty();
        }
        int end = endOfHeaders();
        if (end < 0) {
            return size > mostBytes ? breaking() : Optional.empty();
        }
        int length = bodyLength(end);
        if (length < 0 || end + length > mostBytes) {
            return breaking();
        }
        return size < end + length ? Optional.empty() : Optional.of(take(end + length));
    }

    private Optional<byte[]> breaking() {
        byte[] rest = take(Math.min(size, mostBytes));
        broken = true;
        return Optional.of(rest);
    }

    private byte[] take(int count) {
        byte[] message = Arrays.copyOf(held, count);
        size -= count;
        System.arraycopy(held, count, held, 0, size);
        scanned = 0;
        return message;
    }

    private void skipLineEnds() {
        int start = 0;
        while (start < size && (held[start] == '\r' || held[start] == '\n')) {
            start++;
        }
        if (start > 0) {
            pings += start / PING_BYTES;
            take(start);
        }
    }

    private int endOfHeaders() {
        for (int i = Math.max(scanned, 3); i < size; i++) {
            if (held[i] == '\n' && held[i - 1] == '\r' && held[i - 2] == '\n' && held[i - 3] == '\r') {
                return i + 1;
            }
        }
        scanned = size;
        return -1;
    }

    /** Missing is 0, though it must stand there; wrong or twice is -1. */
    private int bodyLength(int end) {
        Matcher matcher = LENGTH.matcher(new String(held, 0, end, StandardCharsets.ISO_8859_1));
        int found = -1;
        while (matcher.find()) {
            String text = matcher.group(1).strip();
            int length = text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
            if (length < 0 || found >= 0) {
                return -1;
            }
            found = length;
        }
        return Math.max(0, found);
    }
}
