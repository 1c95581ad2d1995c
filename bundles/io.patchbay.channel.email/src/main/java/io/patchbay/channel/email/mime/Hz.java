// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.ByteArrayOutputStream;

/** HZ, a seven-bit form of GB2312 (RFC 1843). */
final class Hz {
    private Hz() {}

    static String decode(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            int one = bytes[i];
            int next = i + 1 < bytes.length ? bytes[i + 1] : -1;
            if (one == '~' && (next == '{' || next == '}')) {
                chinese = next == '{';
                i++;
            } else if (one == '~' && next == '~' && !chinese) {
                out.write('~');
                i++;
            } else if (one == '~' && next == '\n') {
                i++;
            } else if (one == '\n') { // RFC 1843: a line begins in ASCII
                chinese = false;
                out.write(one);
            } else {
                out.write(chinese ? one | 0x80 : one);
            }
        }
        return new String(out.toByteArray(), Charsets.GB18030);
    }
}
