// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.treatment;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * A sentence in both languages of Patchbay.
 *
 * @param english up to 2,000 characters
 * @param chinese the same in zh-CN
 */
public record Sentence(String english, String chinese) {
    private static final int LONGEST = 2000;

    public Sentence {
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
        if (english.length() > LONGEST || chinese.length() > LONGEST) {
            throw new IllegalArgumentException("a sentence must have up to 2,000 characters but has "
                    + Math.max(english.length(), chinese.length()));
        }
    }

    /**
     * Makes a sentence from two patterns.
     *
     * @param english a {@link MessageFormat} pattern
     * @param chinese the same in zh-CN
     * @param values what goes into both, as text
     * @return the sentence
     */
    public static Sentence of(String english, String chinese, String... values) {
        Object[] all = values;
        return new Sentence(
                new MessageFormat(english, Locale.ROOT).format(all),
                new MessageFormat(chinese, Locale.ROOT).format(all));
    }

    /**
     * The words in a reader's language.
     *
     * @param locale the reader's
     * @return Chinese for any {@code zh}, else English
     */
    public String text(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /**
     * Whether there is nothing to say.
     *
     * @return true if both are blank
     */
    public boolean isBlank() {
        return english.isBlank() && chinese.isBlank();
    }
}
