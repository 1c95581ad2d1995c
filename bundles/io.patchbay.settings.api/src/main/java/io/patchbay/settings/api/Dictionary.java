// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A dictionary (数据字典): a tree of codes that people choose from and rows keep.
 *
 * @param id its name, for example {@code business}
 * @param english its title
 * @param chinese the same in zh-CN
 * @param codes in the order people see them; parents before their children
 */
public record Dictionary(String id, String english, String chinese, List<Entry> codes) {
    public Dictionary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
        codes = List.copyOf(codes);
    }

    /**
     * One code.
     *
     * @param code 1 to 64 letters, digits, dots, - and _; never reused for something else
     * @param parent the code above it, if any
     * @param english words
     * @param chinese words in zh-CN
     * @param from from when it can be chosen; empty for always
     * @param until when it ends; empty for never
     */
    public record Entry(
            String code,
            Optional<String> parent,
            String english,
            String chinese,
            Optional<Instant> from,
            Optional<Instant> until) {
        /**
         * Whether it can be chosen.
         *
         * @param at when
         * @return true if it can
         */
        public boolean enabled(Instant at) {
            return from.map(first -> !at.isBefore(first)).orElse(true)
                    && until.map(at::isBefore).orElse(true);
        }

        /**
         * Its words in a reader's language.
         *
         * @param locale the reader's
         * @return Chinese for any {@code zh}, else English
         */
        public String text(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    /**
     * Its title in a reader's language.
     *
     * @param locale the reader's
     * @return Chinese for any {@code zh}, else English
     */
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /**
     * Finds a code.
     *
     * @param code which
     * @return the code, also an ended one
     */
    public Optional<Entry> entry(String code) {
        return codes.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * Its fields as commands and texts have them.
     *
     * @return {@code english}, {@code chinese}, {@code codes}
     */
    public Map<String, Object> content() {
        List<Object> lines = new ArrayList<>();
        for (Entry entry : codes) {
            Map<String, Object> line = new TreeMap<>();
            line.put("code", entry.code());
            line.put("english", entry.english());
            line.put("chinese", entry.chinese());
            entry.parent().ifPresent(parent -> line.put("parent", parent));
            entry.from().ifPresent(from -> line.put("from", from.toString()));
            entry.until().ifPresent(until -> line.put("until", until.toString()));
            lines.add(line);
        }
        return new TreeMap<>(Map.of("english", english, "chinese", chinese, "codes", lines));
    }
}
