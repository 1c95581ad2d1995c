// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.channel.email.mime.Fields;
import io.patchbay.channel.email.mime.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who wrote a mail. */
public final class Senders {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FIELD = 4000;
    private static final int LONGEST_ADDRESS = 254; // RFC 5321, 4.5.3.1.3
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>(),;:\"\\[\\]\\\\\\x00-\\x20\\x7f]{1,2000}@[^\\s@<>(),;:\"\\\\\\x00-\\x20\\x7f]{1,2000}");

    private Senders() {}

    static Mail.Sender of(Fields fields) {
        for (String field : List.of("from", "sender", "reply-to", "return-path")) {
            Optional<Mail.Sender> sender = parse(fields.first(field));
            if (sender.isPresent()) {
                return sender.get();
            }
        }
        return Mail.Sender.UNKNOWN;
    }

    /** The first address of a raw value: the one in angle brackets if there are any, else what looks like one. */
    public static Optional<Mail.Sender> parse(String whole) {
        String raw = whole.substring(0, Math.min(whole.length(), LONGEST_FIELD));
        String bare = withoutQuotes(raw);
        int open = bare.indexOf('<');
        Matcher address = ADDRESS.matcher(bare);
        if (open >= 0 && address.find(open)) {
            return sender(address.group(), raw.substring(0, open));
        }
        return address.reset().find() ? sender(address.group(), "") : Optional.empty();
    }

    private static Optional<Mail.Sender> sender(String rawAddress, String rawName) {
        String address = Words.decode(rawAddress);
        if (address.length() > LONGEST_ADDRESS
                || !address.matches("[^\\s@]+@[^\\s@]+")
                || address.codePoints().anyMatch(SafeText::isHidden)) {
            return Optional.empty();
        }
        String name = rawName.strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return Optional.of(new Mail.Sender(
                new EmailAddress(address), SafeText.line(Words.decode(name).strip(), LONGEST_NAME)));
    }

    /** The same with as many blanks in the place of quoted parts, so that what they pretend to be does not count. */
    private static String withoutQuotes(String raw) {
        StringBuilder bare = new StringBuilder(raw.length());
        boolean quoted = false;
        for (int i = 0; i < raw.length(); i++) {
            char one = raw.charAt(i);
            if (one == '"') {
                quoted = !quoted;
            } else if (quoted && one == '\\' && i + 1 < raw.length()) {
                bare.append(' ');
                i++;
            }
            bare.append(quoted || one == '"' ? ' ' : one);
        }
        return quoted ? raw : bare.toString();
    }
}
