// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys that come as INFO, as many phones send them: {@code application/dtmf-relay}. */
final class InfoKey {
    private static final Pattern KEY = Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9A-D*#])\\s*$");

    private InfoKey() {}

    /** The key; empty if it is something else. */
    static Optional<Character> read(String contentType, String body) {
        Matcher key = KEY.matcher(body);
        boolean relay = contentType.toLowerCase(Locale.ROOT).startsWith("application/dtmf-relay");
        return relay && key.find()
                ? Optional.of(key.group(1).toUpperCase(Locale.ROOT).charAt(0))
                : Optional.empty();
    }
}
