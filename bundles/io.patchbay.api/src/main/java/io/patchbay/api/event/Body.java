// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.queue.Why;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line's body, read field by field; a missing field is named with its line. */
final class Body {
    private final JournalEntry entry;

    Body(JournalEntry entry) {
        this.entry = entry;
    }

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) {
                    continue;
                }
                value = optional.get();
            }
            body.put(
                    (String) namesAndValues[i],
                    value instanceof Confidential || json(value) ? value : value.toString());
        }
        return body;
    }

    private static boolean json(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Map<?, ?>
                || value instanceof List<?>;
    }

    Object any(String name) {
        Object value = entry.body().get(name);
        if (value == null) {
            throw new IllegalStateException("journal line " + entry.seq() + " (" + entry.type() + ") lacks " + name);
        }
        return value;
    }

    String text(String name) {
        return (String) any(name);
    }

    Optional<String> maybeText(String name) {
        return Optional.ofNullable((String) entry.body().get(name));
    }

    /** The values of a list; none if it is absent. */
    List<?> list(String name) {
        return entry.body().get(name) instanceof List<?> list ? list : List.of();
    }

    int number(String name) {
        return ((Number) any(name)).intValue();
    }

    AgentId agent() {
        return new AgentId(text("agent"));
    }

    Optional<Why> why() {
        return entry.body().get("why") instanceof Map<?, ?> why ? Optional.of(Why.of(why)) : Optional.empty();
    }

    Confidential confidential(String name) {
        return (Confidential) any(name);
    }

    Optional<Confidential> maybeConfidential(String name) {
        return Optional.ofNullable((Confidential) entry.body().get(name));
    }
}
