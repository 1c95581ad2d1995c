// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply.api;

import io.patchbay.api.id.QueueId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer that agents need not type twice.
 *
 * @param shortcut what an agent types after {@code /}: 1 to 32 lower-case letters, digits and -; its key
 * @param title its name in the list, 1 to 80 characters
 * @param chinese its words in zh-CN, up to 4,000 characters; may be empty if there are English ones
 * @param english its words in English; may be empty if there are Chinese ones
 * @param queue only for contacts of this queue; empty for all
 */
public record CannedAnswer(String shortcut, String title, String chinese, String english, Optional<QueueId> queue) {
    /** The longest words, in characters. */
    public static final int LONGEST = 4_000;

    private static final Pattern SHORTCUT = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern FIELD = Pattern.compile("\\{([a-z]{1,20})\\}");

    public CannedAnswer {
        if (!SHORTCUT.matcher(shortcut).matches()) {
            throw new IllegalArgumentException(
                    "the shortcut must be 1 to 32 lower-case letters, digits and - but is \"" + shortcut + "\"");
        }
        if (title.isBlank() || title.length() > 80) {
            throw new IllegalArgumentException("the title must have 1 to 80 characters but has " + title.length());
        }
        if (chinese.length() > LONGEST || english.length() > LONGEST) {
            throw new IllegalArgumentException("the words must have up to 4,000 characters");
        }
        if (chinese.isBlank() && english.isBlank()) {
            throw new IllegalArgumentException("the answer needs words in at least one language");
        }
        Objects.requireNonNull(queue, "queue");
    }

    /**
     * The words for a customer, with the fields filled in.
     *
     * @param locale the customer's language; the other one where there are no words in it
     * @param fields values by name: {@code customer}, {@code agent}, {@code queue}, {@code number}, {@code date}
     * @return the words; a field without a value stays as it is, in braces, so that it is seen before it is sent
     */
    public String words(Locale locale, Map<String, String> fields) {
        boolean wantsChinese = locale.getLanguage().equals("zh");
        String words = english.isBlank() || (wantsChinese && !chinese.isBlank()) ? chinese : english;
        return FIELD.matcher(words)
                .replaceAll(field -> Matcher.quoteReplacement(fields.getOrDefault(field.group(1), field.group())));
    }

    /**
     * Whether what was typed after {@code /} means this one.
     *
     * @param typed a part of the shortcut or the title; empty means all
     * @return true if it does
     */
    public boolean matches(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return shortcut.startsWith(wanted) || title.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
