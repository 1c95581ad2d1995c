// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import java.util.Locale;
import java.util.Objects;

/**
 * What can be done to a customer's account.
 *
 * @param key stable, for example {@code card.lost}
 * @param english its name
 * @param chinese the same in zh-CN
 */
public record BusinessKind(String key, String english, String chinese) {
    public BusinessKind {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    /**
     * Its name in a reader's language.
     *
     * @param locale the reader's
     * @return Chinese for any {@code zh}, else English
     */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
