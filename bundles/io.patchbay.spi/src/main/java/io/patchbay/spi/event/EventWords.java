// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.event;

import io.patchbay.api.journal.JournalEntry;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event type whose words are one pattern a language.
 *
 * @param type the dotted type
 * @param version the newest version of its body
 * @param english words in which <code>{name}</code> stands for the body's field of that name and <code>{actor}</code>
 *     for who did it
 * @param chinese the same in zh-CN
 */
public record EventWords(String type, int version, String english, String chinese) implements EventType {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z]+)}");

    public EventWords {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    @Override
    public String words(JournalEntry entry, Locale locale) {
        String pattern = locale.getLanguage().equals("zh") ? chinese : english;
        return FIELD.matcher(pattern).replaceAll(field -> Matcher.quoteReplacement(value(entry, field.group(1))));
    }

    /** Sealed content shows nothing but that it is there. */
    private static String value(JournalEntry entry, String field) {
        Object value = field.equals("actor") ? entry.actor() : entry.body().getOrDefault(field, "?");
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : "…";
    }
}
