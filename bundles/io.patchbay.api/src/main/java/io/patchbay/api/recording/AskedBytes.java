// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a {@link RecordedSound} a request over HTTP is answered with (RFC 9110, 14.1.2 and 14.2): one range
 * or, for whatever else it says, all.
 *
 * @param status 200 for all, 206 for a range, 416 for a range that lies outside
 * @param from the first byte
 * @param to the byte behind the last one
 */
public record AskedBytes(int status, long from, long to) {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * Reads a {@code Range} header.
     *
     * @param header as it came; null if there is none
     * @param length bytes of the whole, at least 0
     * @return what to answer with; all for several ranges, other units and nonsense (RFC 9110, 14.2)
     */
    public static AskedBytes of(String header, long length) {
        Matcher range = RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || header.strip().endsWith("=-")) {
            return new AskedBytes(200, 0, length);
        } else if (range.group(1).isEmpty()) {
            long last = Math.min(length, Long.parseLong(range.group(2)));
            return part(length - last, length, length);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? length : Long.parseLong(range.group(2)) + 1;
        return to <= from && !range.group(2).isEmpty()
                ? new AskedBytes(200, 0, length)
                : part(from, Math.min(to, length), length);
    }

    private static AskedBytes part(long from, long to, long length) {
        return from < to && from < length ? new AskedBytes(206, from, to) : new AskedBytes(416, 0, 0);
    }

    /**
     * How many they are.
     *
     * @return 0 for a range that lies outside
     */
    public long count() {
        return to - from;
    }

    /**
     * The {@code Content-Range} of a 206 or 416.
     *
     * @param length bytes of the whole
     * @return the header's value
     */
    public String contentRange(long length) {
        return "bytes " + (status == 206 ? from + "-" + (to - 1) : "*") + "/" + length;
    }
}
