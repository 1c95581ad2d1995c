// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A word of the organisation: a post, a level, a group, or a field that is kept about staff.
 *
 * @param kind what it is
 * @param id its key, up to 64 lower-case letters, digits, {@code -} and {@code _}
 * @param english its name
 * @param chinese the same in zh-CN
 * @param order its place in lists, 0 first
 * @param type the type of a field; {@link Type#TEXT} for the other kinds
 * @param required whether a field must be filled
 * @param choices what a field of type choice may hold
 */
public record StaffTerm(
        Kind kind,
        String id,
        String english,
        String chinese,
        int order,
        Type type,
        boolean required,
        List<String> choices) {
    /** The kinds of words. */
    public enum Kind {
        /** A post (岗位). */
        POST,
        /** A level (级别). */
        LEVEL,
        /** A group of people across units (群组). */
        GROUP,
        /** A field kept about each member of staff. */
        FIELD;

        /**
         * The name on the wire.
         *
         * @return lower case
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a field holds. */
    public enum Type {
        /** Up to 200 characters. */
        TEXT,
        /** A whole number within ±10^15. */
        NUMBER,
        /** A day, {@code 2026-11-22}. */
        DATE,
        /** One of the choices. */
        CHOICE,
        /** {@code true} or {@code false}. */
        FLAG;

        /**
         * The name on the wire.
         *
         * @return lower case
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StaffTerm {
        Objects.requireNonNull(kind, "kind");
        if (!id.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
            throw new IllegalArgumentException(
                    "id must be up to 64 lower-case letters, digits, - and _ but is \"" + id + "\"");
        }
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(type, "type");
        choices = List.copyOf(choices);
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
