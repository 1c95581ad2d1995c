// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152). */
final class Utf7 {
    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");

    private Utf7() {}

    static String decode(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = SHIFTED.matcher(text);
        int done = 0;
        while (matcher.find()) {
            out.append(text, done, matcher.start());
            String run = matcher.group(1);
            out.append(run.isEmpty() ? "+" : characters(run));
            done = matcher.end();
        }
        return out.append(text.substring(done)).toString();
    }

    private static String characters(String run) {
        int usable = run.length() % 4 == 1 ? run.length() - 1 : run.length();
        byte[] bytes = Base64.getDecoder().decode(run.substring(0, usable).getBytes(ISO_8859_1));
        return new String(bytes, 0, bytes.length / 2 * 2, UTF_16BE);
    }
}
