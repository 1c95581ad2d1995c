// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.folk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody gets in touch about, and what is said then.
 *
 * @param queue the last part of the queue's id
 * @param lines what is said, by {@code language.who.line}
 */
public record Matter(String key, String queue, Map<String, String> lines) {
    /** Who speaks. */
    public enum Who {
        CUSTOMER,
        AGENT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Matter {
        lines = Map.copyOf(lines);
    }

    /** A line, if there is one of that number; they count from 1. */
    public Optional<String> line(String language, Who who, int number) {
        return Optional.ofNullable(lines.get(language + "." + who.word() + "." + number));
    }

    /** What stands above a mail about it. */
    public String subject(String language) {
        return lines.getOrDefault(language + ".subject.1", key);
    }

    /** The name of the spoken line. */
    public String sound(String language, Who who, int number) {
        return key + "." + language + "." + who.word() + "." + number;
    }

    /** Whether customers bring it; the others are courtesies. */
    public boolean isBrought() {
        return lines.containsKey("zh.customer.1");
    }
}
