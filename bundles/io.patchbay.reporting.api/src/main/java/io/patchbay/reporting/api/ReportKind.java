// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.api;

import java.util.Locale;
import java.util.Objects;

/**
 * One report there is to ask for.
 *
 * @param key its name in addresses and requests, for example {@code interactions-by-hour}
 * @param english shown name
 * @param chinese shown name in zh-CN
 */
public record ReportKind(String key, String english, String chinese) {
    public ReportKind {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    /**
     * The shown name.
     *
     * @param locale the reader's
     * @return Chinese for any {@code zh}, else English
     */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
