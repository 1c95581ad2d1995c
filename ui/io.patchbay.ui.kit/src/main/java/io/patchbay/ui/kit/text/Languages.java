// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import java.util.List;
import java.util.Locale;

/** The languages that the console speaks. */
public final class Languages {
    /** Simplified Chinese. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** English. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    private Languages() {}

    /**
     * All of them.
     *
     * @return Chinese first
     */
    public static List<Locale> all() {
        return List.of(CHINESE, ENGLISH);
    }

    /**
     * Whether a reader gets Chinese.
     *
     * @param locale the reader's
     * @return true for any Chinese
     */
    public static boolean chinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /**
     * The language for what was chosen or the browser asked for.
     *
     * @param tag a language tag
     * @return one of ours
     */
    public static Locale of(String tag) {
        return chinese(Locale.forLanguageTag(tag)) ? CHINESE : ENGLISH;
    }
}
