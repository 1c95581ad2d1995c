// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code people choose from: why a contact was (wrap-up code) or why one takes none (not-ready reason). A retired code
 * stays in old reports and cannot be chosen. Wrap-up codes form a tree, see {@link CodeTree}.
 *
 * @param use what it is for
 * @param key 1 to 32 lower-case letters, digits and -; never reused for something else
 * @param english words
 * @param chinese words in zh-CN
 * @param retired whether it can no longer be chosen
 * @param parent the key of the code above it, of the same use; empty for a root
 */
public record Code(Use use, String key, String english, String chinese, boolean retired, Optional<String> parent) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** The wrap-up code that stands where nobody chose one in time (超时未选); nobody can choose it. */
    public static final String TIMED_OUT = "timed-out";

    static final Code LATE = new Code(Use.DISPOSITION, TIMED_OUT, "None chosen in time", "超时未选", false);

    public Code {
        Objects.requireNonNull(use, "use");
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "key must be 1 to 32 lower-case letters, digits and - but is \"" + key + "\"");
        }
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(parent, "parent");
    }

    /**
     * A root.
     *
     * @param use what it is for
     * @param key 1 to 32 lower-case letters, digits and -
     * @param english words
     * @param chinese words in zh-CN
     * @param retired whether it can no longer be chosen
     */
    public Code(Use use, String key, String english, String chinese, boolean retired) {
        this(use, key, english, chinese, retired, Optional.empty());
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

    /** What a code is for. */
    public enum Use {
        /** What a contact was about, chosen in wrap-up. */
        DISPOSITION,
        /** Why an agent is not ready. */
        NOT_READY
    }
}
