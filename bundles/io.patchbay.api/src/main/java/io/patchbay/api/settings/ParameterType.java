// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.settings;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A parameter, named in the declarations of the bundle that reads it. It is a business rule, never an address, a
 * password or a limit of the machine: those stand in {@code etc}.
 *
 * @param key dotted, for example {@code chat.greeting}; stays the same for ever
 * @param words its name and what it does
 * @param kind what its values are
 * @param standard the value where nobody has set one
 * @param reach the smallest thing that can have a value of its own
 * @param traits what else holds for it
 */
public record ParameterType(
        String key, Words words, ParameterKind kind, Object standard, Reach reach, Set<Trait> traits) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+){1,4}");

    public ParameterType {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("key must be dotted lower-case words but is \"" + key + "\"");
        }
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(reach, "reach");
        traits = Set.copyOf(traits);
        if (!kind.fault(standard).isEmpty()) {
            throw new IllegalArgumentException(
                    "standard of " + key + " must be " + kind.fault(standard).get(0) + " but is " + standard);
        }
    }

    /**
     * Words for people.
     *
     * @param english its name
     * @param chinese the same in zh-CN
     * @param englishHelp what it does, one sentence
     * @param chineseHelp the same in zh-CN
     */
    public record Words(String english, String chinese, String englishHelp, String chineseHelp) {
        public Words {
            Objects.requireNonNull(english, "english");
            Objects.requireNonNull(chinese, "chinese");
            Objects.requireNonNull(englishHelp, "englishHelp");
            Objects.requireNonNull(chineseHelp, "chineseHelp");
        }

        /**
         * The name in a reader's language.
         *
         * @param locale the reader's
         * @return Chinese for any {@code zh}, else English
         */
        public String name(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }

        /**
         * What it does, in a reader's language.
         *
         * @param locale the reader's
         * @return Chinese for any {@code zh}, else English
         */
        public String help(Locale locale) {
            return locale.getLanguage().equals("zh") ? chineseHelp : englishHelp;
        }
    }

    /** The smallest thing that can have a value of its own. */
    public enum Reach {
        /** One value for the installation. */
        INSTALLATION,
        /** Each unit may have one; it holds for the units below it too. */
        UNIT,
        /** Each unit and each queue may have one; a queue without one has its unit's. */
        QUEUE
    }

    /** What else holds for a parameter. */
    public enum Trait {
        /** Its values are not shown in the journal nor exported. */
        SENSITIVE,
        /** A change takes effect once a second person has agreed. */
        FINAL_REVIEW,
        /** A change takes effect once a second and a third person have agreed. */
        TWO_REVIEWS,
        /** A change takes effect at the next start. */
        AT_RESTART
    }
}
