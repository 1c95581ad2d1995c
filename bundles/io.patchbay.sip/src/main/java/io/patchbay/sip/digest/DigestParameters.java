// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a Digest challenge or answer (RFC 7616, 3.3 and 3.4). */
final class DigestParameters {
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",]++))\\s*(?:,|$)");

    /** The pattern takes stack with the length of a quoted string. */
    private static final int MOST_CHARACTERS = 2_048;

    private final Map<String, String> values;

    private DigestParameters(Map<String, String> values) {
        this.values = values;
    }

    /** Empty if it is another scheme, too long, or cannot be read, or says something twice. */
    static Optional<DigestParameters> read(String header) {
        if (header.length() > MOST_CHARACTERS || !header.regionMatches(true, 0, "Digest ", 0, 7)) {
            return Optional.empty();
        }
        String text = header.substring(7).strip();
        Map<String, String> values = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String value = matcher.group(3) == null ? matcher.group(2).replaceAll("\\\\(.)", "$1") : matcher.group(3);
            if (values.put(matcher.group(1).toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return end == text.length() ? Optional.of(new DigestParameters(values)) : Optional.empty();
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }
}
