// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset of a page: the mail's word first, then the page's own. */
final class HtmlCharset {
    private static final int HEAD = 2048;
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");

    private HtmlCharset() {}

    static String of(String declared, byte[] page) {
        if (!declared.isEmpty()) {
            return declared;
        }
        String head = new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(head);
        return meta.find() ? meta.group(1) : "";
    }
}
