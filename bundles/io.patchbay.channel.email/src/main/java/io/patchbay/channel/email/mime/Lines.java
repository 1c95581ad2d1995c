// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Walks the lines of a mail and knows where they are. Of a huge line only the beginning is kept. */
final class Lines {
    private static final int LONGEST_KEPT = 64 * 1024;
    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final byte[] line = new byte[LONGEST_KEPT];
    private int kept;
    private long start;
    private long contentEnd;
    private long end;
    private long contentEndBefore;

    Lines(InputStream in, long offset) {
        this.in = new BufferedInputStream(in, BUFFER);
        start = offset;
        contentEnd = offset;
        end = offset;
    }

    /** Goes to the next line; false behind the last one. A line ends with LF, before which a CR may stand. */
    boolean next() throws IOException {
        contentEndBefore = contentEnd;
        start = end;
        kept = 0;
        int last = -1;
        int one = in.read();
        if (one < 0) {
            contentEnd = start;
            return false;
        }
        while (one >= 0) {
            end++;
            if (one == '\n') {
                contentEnd = last == '\r' ? end - 2 : end - 1;
                kept = (int) Math.min(kept, contentEnd - start);
                return true;
            }
            if (kept < LONGEST_KEPT) {
                line[kept++] = (byte) one;
            }
            last = one;
            one = in.read();
        }
        contentEnd = end;
        return true;
    }

    /** The line without its end, a character for each byte. */
    String text() {
        return new String(line, 0, kept, StandardCharsets.ISO_8859_1);
    }

    boolean mayDelimit() {
        return kept > 2 && line[0] == '-' && line[1] == '-';
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** Where the content before this line ends, its line break left out. */
    long contentEndBefore() {
        return contentEndBefore;
    }
}
