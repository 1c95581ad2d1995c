// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes transfer encodings off (RFC 2045, 6); what is not of the encoding is skipped or left as it is. */
final class TransferDecoding {
    private TransferDecoding() {}

    static InputStream of(String encoding, InputStream in) {
        return switch (encoding) {
            case "base64" -> new Base64Bytes(new BufferedInputStream(in));
            case "quoted-printable" -> new QuotedBytes(new BufferedInputStream(in));
            default -> in;
        };
    }

    /** One decoded byte after the other. */
    private abstract static class Bytes extends InputStream {
        final InputStream in;

        Bytes(InputStream in) {
            this.in = in;
        }

        abstract int decoded() throws IOException;

        @Override
        public int read() throws IOException {
            return decoded();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int one = decoded();
                if (one < 0) {
                    break;
                }
                bytes[offset + count++] = (byte) one;
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class Base64Bytes extends Bytes {
        private int bits;
        private int held;

        Base64Bytes(InputStream in) {
            super(in);
        }

        @Override
        int decoded() throws IOException {
            while (held < 8) {
                int one = in.read();
                if (one < 0) {
                    return -1;
                }
                int value = value(one);
                if (value >= 0) {
                    bits = (bits << 6 | value) & 0xFFFF;
                    held += 6;
                } else if (one == '=') { // a group ends here, also in the middle
                    held = 0;
                }
            }
            held -= 8;
            return bits >> held & 0xFF;
        }

        private static int value(int one) {
            if (one >= 'A' && one <= 'Z') {
                return one - 'A';
            }
            if (one >= 'a' && one <= 'z') {
                return one - 'a' + 26;
            }
            if (one >= '0' && one <= '9') {
                return one - '0' + 52;
            }
            return one == '+' || one == '-' ? 62 : one == '/' || one == '_' ? 63 : -1;
        }
    }

    private static final class QuotedBytes extends Bytes {
        private static final int LOOK_AHEAD = 4;

        QuotedBytes(InputStream in) {
            super(in);
        }

        @Override
        int decoded() throws IOException {
            int one = in.read();
            while (one == '=') {
                in.mark(LOOK_AHEAD);
                int first = in.read();
                if (first == '\n') {
                    one = in.read();
                    continue;
                }
                int second = in.read();
                if (first == '\r' && second == '\n') {
                    one = in.read();
                    continue;
                }
                int high = Character.digit(first, 16);
                int low = Character.digit(second, 16);
                if (high >= 0 && low >= 0) {
                    return high << 4 | low;
                }
                in.reset();
                return one;
            }
            return one;
        }
    }
}
