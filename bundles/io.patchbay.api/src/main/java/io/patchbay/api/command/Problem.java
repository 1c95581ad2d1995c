// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * Why something was refused, in words for the person who asked: what, which value, what to do.
 *
 * @param code stable key for programs, for example {@code unknown-queue}
 * @param english one or two sentences
 * @param chinese the same in zh-CN
 */
public record Problem(String code, String english, String chinese) {
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    /**
     * Makes a problem from two patterns.
     *
     * @param code stable key
     * @param english a {@link MessageFormat} pattern
     * @param chinese the same in zh-CN
     * @param values what goes into both; numbers come out without grouping if given as text
     * @return the problem
     */
    public static Problem of(String code, String english, String chinese, Object... values) {
        return new Problem(
                code,
                new MessageFormat(english, Locale.ROOT).format(values),
                new MessageFormat(chinese, Locale.ROOT).format(values));
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
}
